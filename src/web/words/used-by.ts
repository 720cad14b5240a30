import type { Language } from '../../domain/language';

/** What still uses an entry, as the catalogue's rules name it: `2 orders, baskets, performance 9`. A code stays as it is. */
export function usedByWords(by: string, language: Language): string {
  return by.split(', ').map((one) => told(one, language)).join(', '); // prettier-ignore
}

function told(one: string, language: Language): string {
  const [, count, noun = '', name] = /^(?:(\d+) )?([a-z]+)(?: (.+))?$/.exec(one) ?? [];
  const words = NOUNS.find(({ en }) => en.includes(noun))?.[language];
  if (!words) return one;
  const many = count === undefined ? noun.endsWith('s') : Number(count) > 1;
  return [count, words[many ? 1 : 0], name].filter((part) => part !== undefined).join(' ');
}

const NOUNS: readonly Readonly<Record<Language, readonly [one: string, many: string]>>[] = [
  { fr: ['commande', 'commandes'], en: ['order', 'orders'] },
  { fr: ['panier', 'paniers'], en: ['basket', 'baskets'] },
  { fr: ['séance', 'séances'], en: ['performance', 'performances'] },
  { fr: ['réserve', 'réserves'], en: ['allocation', 'allocations'] },
  { fr: ['tarif', 'tarifs'], en: ['tariff', 'tariffs'] },
  { fr: ['salle', 'salles'], en: ['room', 'rooms'] },
  { fr: ['spectacle', 'spectacles'], en: ['show', 'shows'] },
];
