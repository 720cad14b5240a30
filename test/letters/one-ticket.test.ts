import { LETTER_KINDS } from '../../src/domain/letter';
import { ORDER } from '../people';
import { LETTERS } from './drawer';
import { plain, read } from './reading';

/** Of an order of one seat no letter speaks of several tickets, places or proofs. */
const MANY = /(?<!« )\b(?:billets|places|justificatifs)\b(?![+@])|\b(?:[Yy]our|[Tt]he|[Tt]hese|its) (?:tickets|seats|proofs)\b/g;

/** What is said of tickets, or of documents, at large. */
const AT_LARGE = [
  /Les billets (?:envoyés )?ne sont ni repris ni échangés\./g,
  /Mes justificatifs/g,
  /Un même document peut servir à plusieurs places\./g,
];

const told = (kind: (typeof LETTER_KINDS)[number], language: 'fr' | 'en') => {
  const drawn = LETTERS[kind](language);
  const { order = ORDER, name, decision } = drawn.facts;
  const one = {
    ...order,
    seats: order.seats.filter(({ no }) => no === 3),
    tickets: order.tickets.filter(({ seat }) => seat === 3),
    proofs: order.proofs.filter(({ seats }) => seats.includes(3)).slice(0, 1),
  };
  const facts = {
    ...drawn.facts,
    order: one,
    name: { ...name, about: { ...name.about, ...(name.about.seats && { seats: [3] }) } },
    ...(decision && { decision: { ...decision, decisions: decision.decisions.filter(({ seat }) => seat === 3) } }),
  };
  const text = plain(read({ ...drawn, facts }).text);
  return AT_LARGE.reduce((left, words) => left.replaceAll(words, ''), text);
};

test.each(LETTER_KINDS.flatMap((kind) => (['fr', 'en'] as const).map((language) => [kind, language] as const)))(
  '%s of one seat, %s',
  (kind, language) => {
    const text = told(kind, language);
    expect([...text.matchAll(MANY)].map(({ index }) => text.slice(Math.max(0, index - 30), index + 30))).toEqual([]);
  },
);
