import type { MissingCode, MissingStep, ReadinessFacts, ReadinessStep } from '../../../domain/sale/readiness';
import { offeredTariffs } from '../../../domain/sale/readiness';
import { listed } from '../../words/amounts';
import { say, typeset } from '../../words/typography';

export const STEP_TITLES: Readonly<Record<ReadinessStep, string>> = {
  'till-operator': 'Opérateur de caisse INTERNET',
  'sales-channel': 'Filière INTERNET',
  'payment-method': typeset('Mode de paiement « CB INTERNET »'),
  'delivery-methods': 'Modes d’obtention',
  tariffs: 'Types de tarifs INTERNET',
  'price-grid': 'Grille tarifaire',
  places: 'Places à vendre en ligne',
  'ticket-template': 'Maquette de billet A4',
  'sale-rule': 'Ouverture de la vente',
  mentions: 'Mentions obligatoires',
};

/** As a sentence lists them. */
export const STEP_NAMES: Readonly<Record<ReadinessStep, string>> = {
  'till-operator': 'l’opérateur de caisse',
  'sales-channel': 'la filière',
  'payment-method': 'le mode de paiement',
  'delivery-methods': 'les modes d’obtention',
  tariffs: 'les tarifs',
  'price-grid': 'la grille tarifaire',
  places: 'les places',
  'ticket-template': 'la maquette de billet',
  'sale-rule': 'l’ouverture de la vente',
  mentions: 'les mentions obligatoires',
};

/** What is missing, in whole sentences. */
export function missingWords({ code, names }: MissingStep, facts: ReadinessFacts): readonly string[] {
  return WORDS[code](names, facts).map(typeset);
}

type Words = (names: readonly string[], facts: ReadinessFacts) => readonly string[];

const WORDS: Readonly<Record<MissingCode, Words>> = {
  'till-operator': () => ['Il n’existe pas encore : les encaissements en ligne se mêleraient à ceux du guichet.'],
  'sales-channel': () => ['Elle n’existe pas encore : les commandes et les clients du site ne se retrouveraient pas.'],
  'payment-method': () => ['Il n’existe pas encore : les paiements en ligne ne se compteraient nulle part.'],
  'delivery-held-for-proof': (names, { rule }) => [
    `${sold(names.length)}, mais ${rule ? 'la règle de vente ne propose' : 'il n’y a'} aucun mode sans maquette, comme « Envoi soumis à justificatif » : un panier réduit n’aurait aucun mode d’obtention.`,
  ],
  'delivery-with-template': (_, { rule }) => [
    `${rule ? 'La règle de vente ne propose' : 'Il n’y a'} aucun mode avec maquette, comme « Impression à domicile » : un panier à plein tarif n’aurait aucun mode d’obtention.`,
  ],
  tariffs: (_, { rule }) => [rule ? 'La règle de vente ne propose aucun tarif.' : 'Aucun tarif n’existe encore.'],
  'tariff-proof-types': (names, facts) =>
    names.map((code) => `Le tarif « ${tariffName(code, facts)} » demande un justificatif sans dire lequel.`),
  'price-grid': () => ['Le spectacle n’a encore aucun prix.'],
  'price-cells': (names, facts) => cells(names, facts),
  places: () => ['La séance n’a encore aucune place.'],
  allocation: ([allocation]) => [
    allocation === undefined
      ? 'Toutes les places sont dans des réserves : il n’en reste aucune à vendre sans réserve.'
      : `La réserve « ${allocation} » est vide : rien ne serait vendu en ligne.`,
  ],
  'ticket-template-numbered': (names) => [`Aucune maquette numérotée${named(names)}. Une maquette en placement libre ne convient pas ici.`],
  'ticket-template-free': (names) => [`Aucune maquette en placement libre${named(names)}. Une maquette numérotée ne convient pas ici.`],
  'sale-rule': () => ['La vente en ligne n’a pas encore de règle : ouverture, clôture, tarifs, modes d’obtention, réserve.'],
  mentions: (names) => [`Il manque ${listed(names.map(mention), 'fr')} : un billet doit le porter.`],
};

function sold(count: number): string {
  return count === 1 ? 'La séance vend un tarif réduit' : `La séance vend ${count} tarifs réduits`;
}

/** So many are named; of a grid that is nearly empty one wants the count. */
const NAMED = 5;

function cells(names: readonly string[], facts: ReadinessFacts): readonly string[] {
  const first = names.slice(0, NAMED).map((name) => {
    const [category = '', tariff = ''] = name.split(' × ');
    return `Le tarif « ${tariffName(tariff, facts)} » n’a pas de prix en catégorie ${category}.`;
  });
  const more = names.length - first.length;
  return more === 0 ? first : [...first, more === 1 ? 'Et une autre case est vide.' : `Et ${more} autres cases sont vides.`];
}

function tariffName(code: string, { tariffs }: ReadinessFacts): string {
  return tariffs.find((tariff) => tariff.code === code)?.name.fr ?? code;
}

function named(templates: readonly string[]): string {
  return templates.length === 0 ? '' : ` du nom de « ${listed(templates, 'fr')} »`;
}

function mention(name: string): string {
  return name === 'licence' ? 'le numéro de licence' : 'le nom de l’exploitant';
}

/** What is done, for the eye; when the sale opens is for a calendar to say. */
export function doneWords(step: DoneStep, facts: ReadinessFacts): string {
  return DONE[step](facts);
}

export type DoneStep = Exclude<ReadinessStep, 'sale-rule'>;

const DONE: Readonly<Record<DoneStep, (facts: ReadinessFacts) => string>> = {
  'till-operator': () => 'Les encaissements en ligne y sont regroupés.',
  'sales-channel': () => 'Les commandes et les clients venus du site s’y retrouvent.',
  'payment-method': () => 'Les paiements en ligne y sont comptés.',
  'delivery-methods': ({ deliveryMethods, rule }) =>
    sentence(
      deliveryMethods.filter(({ code }) => !rule || rule.deliveryMethods.includes(code)).map(({ name }) => typeset(`« ${name.fr} »`)),
    ),
  tariffs: (facts) => sentence(offeredTariffs(facts).map(({ name }) => name.fr)),
  'price-grid': ({ grid }) => say`Un prix dans chaque case : ${grid.length} en tout.`,
  places: (facts) => placesWords(facts),
  'ticket-template': ({ seating }) =>
    seating === 'numbered' ? 'Une maquette numérotée est prête.' : 'Une maquette en placement libre est prête.',
  mentions: () => 'Exploitant, licence, taux de TVA, série de numéros : tout figure sur le billet.',
};

function sentence(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  return `${[first, ...rest.map((name) => name.charAt(0).toLowerCase() + name.slice(1))].join(', ')}.`;
}

function placesWords({ places, rule }: ReadinessFacts): string {
  const all = places.reduce((sum, { count }) => sum + count, 0);
  const own = places.filter(({ allocation }) => allocation === rule?.allocation).reduce((sum, { count }) => sum + count, 0);
  if (rule?.allocation !== undefined) return say`Réserve « ${rule.allocation} » : ${own} places sur ${all}.`;
  if (own < all) return say`Aucune réserve : la vente en ligne et le guichet partagent ${own} places sur ${all}.`;
  return say`Aucune réserve : la vente en ligne et le guichet partagent les ${all} places.`;
}
