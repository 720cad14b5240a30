import { createPrinter } from '../../src/pdf/printer';
import type { TicketDocument } from '../../src/ports/tickets/printer';
import { heardOf, wordsOf } from './paper';
import { CAMILLE, LEA, MARINIERS } from './tickets';

/** What the law asks for is whole, however long a venue’s names are, and ends above the fold. */
const printer = createPrinter();
const FOLD = 148.5;

const long = (length: number) =>
  'Arts de la scène, de la rue et de la marionnette en vallée de Loire, '.repeat(5).slice(0, length - 1) + '.';
const LICENCES = ['2', '3', '4', '5', '6', '7'].map((no) => `PLATESV-D-2024-00117${no}`);
const TICKET = { showTitle: long(200), holder: long(120), tariff: long(120), category: long(120) };
const REAL = { organizer: long(160), city: 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson', licences: LICENCES };
/** As long as the catalogue takes them. */
const LONGEST = {
  organizer: long(200),
  city: long(120),
  licences: LICENCES.map((licence) => licence.padEnd(60, '-et-associés')),
  website: `${'billetterie.'.repeat(20)}example`,
};

const LAW = [
  'Revente interdite (loi du 27 juin 1919).',
  'Billet émis par Contremarque, système de billetterie informatisée.',
  '(INTERNET)',
];

it.each([
  ['long, as venues have them', REAL],
  ['as long as they may be', LONGEST],
  ['of wide letters', { ...LONGEST, organizer: 'W'.repeat(200), city: 'W'.repeat(120) }],
])('mentions %s', async (_what, venue) => {
  const tickets = [CAMILLE, LEA].map((ticket) => ({ ...ticket, ...TICKET }));
  const document: TicketDocument = { language: 'fr', venue: { ...MARINIERS, ...venue }, tickets };
  const pdf = await printer.print(document);
  const crossing = (await wordsOf(pdf)).filter(({ top, bottom }) => top < FOLD && bottom > FOLD + 0.8);
  expect(crossing).toEqual([]);
  const heard = (await heardOf(pdf)).replaceAll(/["\s]+/g, '');
  for (const words of [venue.organizer, venue.city, ...venue.licences, ...LAW])
    expect(heard.split(words.replaceAll(' ', '')).length - 1).toBeGreaterThanOrEqual(tickets.length);
});

it('leaves out no more than it must: the place stays where it has room', async () => {
  const document: TicketDocument = { language: 'fr', venue: { ...MARINIERS, ...REAL }, tickets: [{ ...LEA, ...TICKET, category: '1' }] };
  const heard = (await heardOf(await printer.print(document))).replaceAll('"', '');
  expect(heard).toContain('Prix global payé 14,00 € TTC');
});
