import { cents } from '../../src/domain/money';
import { createPrinter } from '../../src/pdf/printer';
import type { TicketDocument, TicketPage } from '../../src/ports/tickets/printer';
import { wordsOf } from './paper';
import type { PrintedWord } from './paper';
import { CAMILLE, JEANNE, LEA, MARINIERS } from './tickets';

/** Every field that a venue types, as long as it may be: none of it leaves its own box. */
const printer = createPrinter();

const SENTENCE = 'Placement libre à visibilité réduite, côté jardin, derrière les colonnes et la régie, avec un coussin pour les enfants sages'.slice(0, 120); // prettier-ignore
const TEXTS: Readonly<Record<string, string>> = {
  'many words': SENTENCE,
  'one unbroken word': 'abcdefghij'.repeat(12),
  'one unbroken word of wide letters': 'W'.repeat(120),
};

const TICKET_FIELDS = ['showTitle', 'credit', 'room', 'category', 'entrance', 'tariff', 'holder'] as const;
const VENUE_FIELDS = ['name', 'organizer', 'city', 'website', 'phone', 'email', 'address'] as const;

/** In millimetres: where the zones of the upper half and of the foot end, with and without the band. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxesOf(ticket: TicketPage): readonly Box[] {
  const [headline, place, price, mentions] = ticket.atTheDoor ? [47.5, 84.5, 104.3, 121.5] : [34, 75, 95.8, 116];
  const under = { top: place, bottom: place + 20.8 };
  const cells = ticket.place ? [12, 44, 68.1, 95.2, 144] : [12, 68.1, 144];
  return [
    { left: 12, right: 118.5, top: 9, bottom: 29 },
    { left: 118.5, right: 198, top: 9, bottom: 29 },
    ...(ticket.atTheDoor ? [{ left: 12, right: 198, top: 29, bottom: 43.5 }] : []),
    { left: 12, right: 144, top: headline, bottom: place },
    ...cells.slice(1).map((right, index) => ({ left: cells[index] ?? 0, right, ...under })),
    { left: 12, right: 144, top: price, bottom: mentions },
    { left: 152, right: 198, top: headline + 46, bottom: mentions },
    { left: 12, right: 101, top: mentions, bottom: 148.5 },
    { left: 109, right: 198, top: mentions, bottom: 148.5 },
    { left: 140, right: 198, top: 148.5, bottom: 155 },
    { left: 12, right: 104, top: 158, bottom: 278.1 },
    { left: 116, right: 198, top: 158, bottom: 278.1 },
    { left: 12, right: 198, top: 278.1, bottom: 287 },
  ];
}

/** Letters alone: a font's box also holds white above and below them. */
function astray(words: readonly PrintedWord[], tickets: readonly TicketPage[]): readonly string[] {
  const inks = words.map((word) => {
    const height = word.bottom - word.top;
    return { ...word, top: word.top + height * 0.28, bottom: word.bottom - height * 0.22 };
  });
  const outside = inks.filter((ink) => {
    const ticket = tickets[ink.page - 1];
    return !ticket || !boxesOf(ticket).some((box) => ink.left > box.left - 0.3 && ink.right < box.right + 0.3 && ink.top > box.top - 0.1 && ink.bottom < box.bottom + 0.1); // prettier-ignore
  });
  const over = inks.flatMap((one, index) =>
    inks
      .slice(index + 1)
      .filter(
        (two) =>
          two.page === one.page &&
          two.left < one.right - 0.2 &&
          one.left < two.right - 0.2 &&
          two.top < one.bottom - 0.1 &&
          one.top < two.bottom - 0.1,
      ) // prettier-ignore
      .map((two) => `${one.text} on ${two.text}`),
  );
  return [...outside.map(({ text, page }) => `${text} on page ${page}`), ...over];
}

function longDocument(change: Partial<TicketPage>, venue: Partial<TicketDocument['venue']> = {}): TicketDocument {
  const tickets = [CAMILLE, JEANNE, LEA].map((ticket) => ({ ...ticket, ...change }));
  return { language: 'fr', venue: { ...MARINIERS, ...venue }, tickets };
}

describe.each(Object.entries(TEXTS))('%s', (_what, text) => {
  const held = { atTheDoor: { proof: text, difference: cents(1000) } };
  it.each<[string, TicketDocument]>([
    ...TICKET_FIELDS.map((field): [string, TicketDocument] => [field, longDocument({ [field]: text })]),
    ...VENUE_FIELDS.map((field): [string, TicketDocument] => [field, longDocument({}, { [field]: text })]),
    ['row and seat', longDocument({ place: { row: text, seat: text } })],
    ['the proof to show', longDocument(held)],
    ['all of the ticket', longDocument(Object.fromEntries(TICKET_FIELDS.map((field) => [field, text])))],
    ['all of a ticket with its proof', longDocument({ ...Object.fromEntries(TICKET_FIELDS.map((field) => [field, text])), ...held })],
    ['all of the venue', longDocument({}, Object.fromEntries(VENUE_FIELDS.map((field) => [field, text])))],
  ])('stays in its box: %s', async (_field, document) => {
    expect(astray(await wordsOf(await printer.print(document)), document.tickets)).toEqual([]);
  });
});
