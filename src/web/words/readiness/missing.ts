import type { Wording } from '../../../domain/language';
import type { MissingCode, MissingStep } from '../../../domain/sale/missing-step';
import { whyNobodyTakes } from '../../../domain/sale/readiness';
import type { ReadinessFacts } from '../../../domain/sale/readiness-facts';
import { listed } from '../../../domain/listed';
import { typeset } from '../../../wording/typography';
import { HOUSE_MISSING } from './house-missing';

type Words = (names: readonly string[], facts: ReadinessFacts) => readonly Wording[];

/** What is missing, in whole sentences. */
export function missingWords({ code, names }: MissingStep, facts: ReadinessFacts): readonly Wording[] {
  return WORDS[code](names, facts).map(({ fr, en }) => ({ fr: typeset(fr), en }));
}

const WORDS: Readonly<Record<MissingCode, Words>> = {
  ...HOUSE_MISSING,
  'till-operator': () => [
    both(
      'Il n’existe pas encore : les encaissements en ligne se mêleraient à ceux du guichet.',
      'There is none yet: what comes in online would be mixed with the counter’s.',
    ),
  ],
  'sales-channel': () => [
    both(
      'Il n’y a pas de filière de ce nom qui vende en ligne : les commandes et les clients du site ne se retrouveraient pas.',
      'No channel of this name sells online: orders and customers of the site could not be told apart.',
    ),
  ],
  'payment-method': () => [
    both('Il n’existe pas encore : les paiements en ligne ne se compteraient nulle part.', 'There is none yet: online payments would be counted nowhere.'), // prettier-ignore
  ],
  'delivery-held-for-proof': (names, { rule }) => [
    both(
      `${sold(names.length).fr}, mais ${rule ? 'la règle de vente ne propose' : 'il n’y a'} aucun mode sans maquette, comme « Envoi soumis à justificatif » : un panier réduit n’aurait aucun mode d’obtention.`,
      `${sold(names.length).en}, but ${rule ? 'the sales rule offers' : 'there is'} no method without a template, such as “held for proof”: a reduced basket would have no delivery method.`,
    ),
  ],
  'delivery-with-template': (_, { rule }) => [
    both(
      `${rule ? 'La règle de vente ne propose' : 'Il n’y a'} aucun mode avec maquette, comme « Impression à domicile » : un panier à plein tarif n’aurait aucun mode d’obtention.`,
      `${rule ? 'The sales rule offers' : 'There is'} no method with a template, such as “print at home”: a full-price basket would have no delivery method.`,
    ),
  ],
  tariffs: (_, { rule }) => [
    rule
      ? both('La règle de vente ne propose aucun tarif en usage.', 'The sales rule offers no tariff that is in use.')
      : both('Aucun tarif n’existe encore.', 'There is no tariff yet.'),
  ],
  'tariff-proof-types': (names, facts) =>
    names.map((code) =>
      both(
        `Le tarif « ${tariffName(code, facts).fr} » demande un justificatif sans dire lequel.`,
        `The tariff “${tariffName(code, facts).en}” asks for a proof without saying which.`,
      ),
    ),
  'tariff-not-takeable': (names, facts) =>
    facts.tariffs.filter(({ code }) => names.includes(code)).flatMap((tariff) => whyNobodyTakes(tariff, facts) ?? []),
  'price-grid': () => [both('Le spectacle n’a encore aucun prix.', 'The show has no price yet.')],
  'price-cells': (names, facts) => cells(names, facts),
  'tariff-without-price': (names, facts) =>
    names.map((code) =>
      both(
        `Le tarif « ${tariffName(code, facts).fr} » n’a de prix dans aucune catégorie : la règle de vente ne peut pas le proposer.`,
        `The tariff “${tariffName(code, facts).en}” has a price in no category: the sales rule cannot offer it.`,
      ),
    ),
  places: () => [both('La séance n’a encore aucune place.', 'The performance has no seat yet.')],
  allocation: ([allocation]) => [
    allocation === undefined
      ? both(
          'Toutes les places sont dans des réserves : il n’en reste aucune à vendre sans réserve.',
          'All seats are in allocations: none is left to be sold without one.',
        )
      : both(`La réserve « ${allocation} » est vide : rien ne serait vendu en ligne.`, `The allocation “${allocation}” is empty: nothing would be sold online.`), // prettier-ignore
  ],
  'ticket-template-numbered': (names) => [
    both(
      `Aucune maquette numérotée${named(names).fr}. Une maquette en placement libre ne convient pas ici.`,
      `No template for numbered seats${named(names).en}. One for free seating does not do here.`,
    ),
  ],
  'ticket-template-free': (names) => [
    both(
      `Aucune maquette en placement libre${named(names).fr}. Une maquette numérotée ne convient pas ici.`,
      `No template for free seating${named(names).en}. One for numbered seats does not do here.`,
    ),
  ],
  'sale-rule': () => [
    both(
      'La vente en ligne n’a pas encore de règle : ouverture, clôture, tarifs, modes d’obtention, réserve.',
      'The online sale has no rule yet: opening, closing, tariffs, delivery methods, allocation.',
    ),
  ],
  mentions: (names) => [
    both(
      `Il manque ${listed(names.map((name) => mention(name).fr), 'fr')} : un billet doit le porter.`, // prettier-ignore
      `Missing: ${listed(names.map((name) => mention(name).en), 'en')}. A ticket must carry it.`, // prettier-ignore
    ),
  ],
  'terms-of-sale': () => [
    both(
      'Le lieu n’a pas encore écrit ses conditions de vente : un texte d’attente ne dit pas quel médiateur de la consommation peut être saisi.',
      'The venue has not written its terms of sale yet: a stand-in does not say which consumer mediator one may turn to.',
    ),
  ],
  'legal-notice': () => [
    both(
      'Le lieu n’a pas encore écrit ses mentions légales : qui dirige la publication, qui héberge le site, quel médiateur peut être saisi.',
      'The venue has not written its legal notice yet: who directs the publication, who hosts the site, which mediator one may turn to.',
    ),
  ],
};

function both(fr: string, en: string): Wording {
  return { fr, en };
}

function sold(count: number): Wording {
  if (count === 1) return both('La séance propose un tarif réduit', 'The performance sells a reduced tariff');
  return both(`La séance propose ${count} tarifs réduits`, `The performance sells ${count} reduced tariffs`);
}

/** So many are named; of a grid that is nearly empty one wants the count. */
const NAMED = 5;

function cells(names: readonly string[], facts: ReadinessFacts): readonly Wording[] {
  const first = names.slice(0, NAMED).map((name) => {
    const [category = '', tariff = ''] = name.split(' × ');
    const { fr, en } = tariffName(tariff, facts);
    return both(`Le tarif « ${fr} » n’a pas de prix en catégorie ${category}.`, `The tariff “${en}” has no price in category ${category}.`);
  });
  const more = names.length - first.length;
  if (more === 0) return first;
  if (more === 1) return [...first, both('Et une autre case est vide.', 'And another cell is empty.')];
  return [...first, both(`Et ${more} autres cases sont vides.`, `And ${more} other cells are empty.`)];
}

function tariffName(code: string, { tariffs }: ReadinessFacts): Wording {
  return tariffs.find((tariff) => tariff.code === code)?.name ?? both(code, code);
}

function named(templates: readonly string[]): Wording {
  if (templates.length === 0) return both('', '');
  return both(` du nom de « ${listed(templates, 'fr')} »`, ` called “${listed(templates, 'en')}”`);
}

function mention(name: string): Wording {
  return name === 'licence' ? both('le numéro de licence', 'the licence number') : both('le nom de l’exploitant', 'the organizer’s name');
}
