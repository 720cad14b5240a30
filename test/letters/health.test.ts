import type { Language } from '../../src/domain/language';
import { LETTER_KINDS } from '../../src/domain/letter';
import type { OrderView, SeatView } from '../../src/domain/order-view';
import { calendarFile } from '../../src/letters/calendar-file';
import { DISABLED, MARINIERS, ORDER, withSeats } from '../people';
import { LETTERS, SETTINGS } from './drawer';
import { plain, read } from './reading';

/**
 * Who reads over a shoulder, or keeps the venue's files, learns nothing of anybody's health: not from a subject, from what a mail program
 * shows beside it, from a copy or a shared calendar. The spectator's own letter says in its body which papers are asked for.
 */
const TELLS = /mobilit|invalid|handicap|disab|accompagn|companion|\bCMI\b|MDPH|\bAAH\b|wheelchair|fauteuil roulant/i;
const LANGUAGES: readonly Language[] = ['fr', 'en'];
const STATES: readonly SeatView['proof'][] = [
  ...(['awaiting-proof', 'under-review', 'more-info', 'approved', 'refused', 'refused-final'] as const),
  ...(['upgraded', 'check-at-door', 'expired', 'refunded'] as const),
];
const COMPANION = { companionship: 'companion', tariff: { ...DISABLED, code: 'PSHACC' } } as const;
const PLAIN_VENUE = { ...MARINIERS, directions: [] };

/** Place 3 is a disabled person's, place 4 the companion's; everything else as it was. */
function accompanied(order: OrderView, proof: SeatView['proof'], companion: SeatView['proof']): OrderView {
  return withSeats(
    { ...order, venue: PLAIN_VENUE },
    { 3: { companionship: 'holder', tariff: DISABLED, proof }, 4: { ...COMPANION, proof: companion } },
  );
}

const PAIRS = STATES.flatMap((holder) => STATES.map((companion) => [holder, companion] as const));

describe.each(LETTER_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))('%s in %s', (kind, language) => {
  const { order = ORDER } = LETTERS[kind](language).facts;
  const letters = PAIRS.map((pair) => read(LETTERS[kind](language, { order: accompanied(order, ...pair) })));

  test('neither its subject nor what is shown beside it tells of health', () => {
    expect(letters.map(({ subject, html }) => `${subject} ${beside(html)}`).filter((shown) => TELLS.test(plain(shown)))).toEqual([]);
  });
});

test.each(LANGUAGES.flatMap((language) => (['confirmation', 'tickets'] as const).map((copyOf) => [copyOf, language] as const)))(
  'nor does the copy of %s in %s, or when a file is deleted',
  (copyOf, language) => {
    const { order = ORDER } = LETTERS[copyOf](language).facts;
    const about = copyOf === 'tickets' ? { copyOf, release: 2 } : { copyOf };
    const only = withSeats(order, Object.fromEntries(order.seats.map(({ no }) => [no, { tariff: DISABLED }])));
    const [first, ...copies] = [only, ...PAIRS.map((pair) => accompanied(order, ...pair))].map((told) =>
      plain(read(LETTERS['venue-copy'](language, { order: { ...told, language, venue: PLAIN_VENUE }, about })).text),
    );
    expect(first).toMatch(/tarif réduit|reduced tariff/i);
    for (const said of [first, ...copies]) {
      expect(said).not.toMatch(TELLS);
      expect(said).not.toMatch(/dès notre réponse|as soon as we answer/);
    }
  },
);

test('nor does the file for the calendar', () => {
  const { content } = calendarFile(accompanied(ORDER, 'approved', 'approved'), SETTINGS);
  expect(content.toString('utf8')).not.toMatch(TELLS);
});

test.each([
  ['fr', 'Carte mobilité inclusion', 'tarif réduit'],
  ['en', 'Mobility inclusion card', 'reduced tariff'],
] as const)('the body of the spectator’s own letter says which papers, and « %s » alike', (language, paper, tariff) => {
  for (const kind of ['confirmation', 'reminder'] as const) {
    const order = accompanied(LETTERS[kind](language).facts.order ?? ORDER, 'awaiting-proof', 'awaiting-proof');
    const said = plain(read(LETTERS[kind](language, { order })).text);
    expect(said).toContain(paper);
    expect(said.toLowerCase()).toContain(tariff);
  }
});

test.each([
  ['fr', 'viendra ; pour l’accompagnateur, au nom de la personne accompagnée.', 'au nom de la personne qui viendra.'],
  ['en', 'who will come; for the companion, in the name of the person accompanied.', 'in the name of the person who will come.'],
] as const)('a companion’s paper is asked for in the name of the person accompanied (%s)', (language, both, one) => {
  for (const kind of ['confirmation', 'reminder'] as const) {
    const { order = ORDER } = LETTERS[kind](language).facts;
    const said = (told: OrderView) => plain(read(LETTERS[kind](language, { order: told })).text);
    expect(said(accompanied(order, 'awaiting-proof', 'awaiting-proof'))).toContain(both);
    expect(said(order)).toContain(one);
  }
});

/** What mail programs show beside the subject. */
function beside(html: string): string {
  return /<div style="display:none[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? '';
}
