import type { EntryUser, UserNoun } from '../../domain/catalogue/in-use';
import type { Language } from '../../domain/language';
import { typeset } from '../../wording/typography';

/** What still uses an entry: « 2 commandes, paniers, séance 9 ». */
export function usedByWords(by: readonly EntryUser[], language: Language): string {
  const words = by.map((user) => WORDS[language](user, NOUNS[user.noun][language])).join(', ');
  return language === 'fr' ? typeset(words) : words;
}

type Forms = readonly [one: string, many: string];

const WORDS: Readonly<Record<Language, (user: EntryUser, forms: Forms) => string>> = {
  fr: (user, forms) => told(user, forms, (title) => `« ${title} »`),
  en: (user, forms) => told(user, forms, (title) => `“${title}”`),
};

function told({ name, count }: EntryUser, [one, many]: Forms, quoted: (title: string) => string): string {
  if (count !== undefined) return `${count} ${count > 1 ? many : one}`;
  if (name === undefined) return many;
  return `${one} ${/\s/.test(String(name)) ? quoted(String(name)) : name}`;
}

const NOUNS: Readonly<Record<UserNoun, Readonly<Record<Language, Forms>>>> = {
  order: { fr: ['commande', 'commandes'], en: ['order', 'orders'] },
  basket: { fr: ['panier', 'paniers'], en: ['basket', 'baskets'] },
  performance: { fr: ['séance', 'séances'], en: ['performance', 'performances'] },
  allocation: { fr: ['réserve', 'réserves'], en: ['allocation', 'allocations'] },
  category: { fr: ['catégorie', 'catégories'], en: ['category', 'categories'] },
  price: { fr: ['prix', 'prix'], en: ['price', 'prices'] },
  channel: { fr: ['filière', 'filières'], en: ['channel', 'channels'] },
  tariff: { fr: ['tarif', 'tarifs'], en: ['tariff', 'tariffs'] },
  room: { fr: ['salle', 'salles'], en: ['room', 'rooms'] },
  show: { fr: ['spectacle', 'spectacles'], en: ['show', 'shows'] },
};
