import { readFileSync } from 'node:fs';
import { cents } from '../../src/domain/money';
import { createPrinter } from '../../src/pdf/printer';
import type { TicketDocument, TicketPage } from '../../src/ports/tickets/printer';
import { textOf, wordsOf } from './paper';
import type { PrintedWord } from './paper';
import { CAMILLE, JEANNE, LEA, MARINIERS, printed } from './tickets';

const printer = createPrinter();
const POUCET = 'Le Petit Poucet ou Du bienfait des balades en forêt dans l’éducation des enfants';

const WORDY: TicketPage = {
  ...LEA,
  showTitle: `${POUCET}, suivi de ${POUCET}`,
  credit: `${CAMILLE.credit}, ${CAMILLE.credit}, ${CAMILLE.credit}`,
  category: 'Première catégorie, balcon de face, visibilité réduite',
  place: { row: 'Baignoire 4', seat: '12 bis' },
  entrance: 'Porte B, escalier Jean-Vilar, 2e étage, côté jardin, ascenseur sur demande',
  tariff: 'Tarif demandeur d’emploi, bénéficiaire des minima sociaux, sur présentation d’une attestation',
  holder: 'Marie-Antoinette Œuvrard-Wiśniewska de La Tour du Pin Chambly de La Charce',
  price: cents(123_400),
  atTheDoor: {
    proof:
      'Carte d’étudiant, certificat de scolarité 2026-2027, attestation de moins de trois mois, ou carte de famille nombreuse avec une pièce d’identité',
    difference: cents(123_400),
  },
};

const TALKATIVE: TicketDocument = {
  ...printed(WORDY, { ...WORDY, place: undefined, atTheDoor: undefined }),
  venue: {
    ...MARINIERS,
    name: 'Scène nationale de Valcour et du Pays des Mariniers',
    organizer: 'Établissement public de coopération culturelle Scène nationale de Valcour et du Pays des Mariniers',
    licences: Array.from({ length: 6 }, (_, index) => `PLATESV-D-2024-00117${index}`),
    directions: Array.from(
      { length: 14 },
      (_, index) => `Ligne ${index + 1}, arrêt Les Gabares, puis à pied par la rue du Halage jusqu’au quai des Gabares.`,
    ),
    advice: MARINIERS.advice.map((part) => ({ ...part, text: Array.from({ length: 5 }, () => part.text).join(' ') })),
    plan: readFileSync('local/theatre/plan.png'),
  },
};

/** Letters alone, without the white above and below them that a font's box holds. */
function touching(words: readonly PrintedWord[]): readonly string[] {
  const ink = words.map((word) => ({
    ...word,
    top: word.top + (word.bottom - word.top) * 0.3,
    bottom: word.bottom - (word.bottom - word.top) * 0.3,
  }));
  return ink.flatMap((one, index) =>
    ink
      .slice(index + 1)
      .filter(
        (other) =>
          other.page === one.page &&
          other.left < one.right - 0.2 &&
          one.left < other.right - 0.2 &&
          other.top < one.bottom &&
          one.top < other.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

describe.each<[string, TicketDocument]>([
  ['usual tickets', printed(CAMILLE, LEA, JEANNE)],
  ['English tickets', { ...printed(CAMILLE, LEA, JEANNE), language: 'en' }],
  ['very wordy tickets of a talkative venue', TALKATIVE],
  ['wordy tickets in English', { ...TALKATIVE, language: 'en' }],
])('the page of %s', (_name, document) => {
  let words: readonly PrintedWord[];
  beforeAll(async () => {
    words = await wordsOf(await printer.print(document));
  });

  it('keeps 12 mm free of words on all sides', () => {
    const astray = words.filter((word) => word.left < 11.9 || word.right > 198.1 || word.top < 10 || word.bottom > 286);
    expect(astray).toEqual([]);
  });

  it('keeps every word clear of the fold', () => {
    const folded = words.filter((word) => word.top < 147.5 && word.bottom > 148.5);
    expect(folded).toEqual([]);
  });

  it('keeps the code’s quiet zone clear', () => {
    const tops = document.tickets.map((ticket) => (ticket.atTheDoor ? 47.5 : 34));
    const inside = words.filter((word) => {
      const top = tops[word.page - 1] ?? 0;
      return word.right > 152 && word.top + 1 < top + 46 && word.bottom - 1 > top && word.top > 26;
    });
    expect(inside.map(({ text }) => text)).toEqual([]);
  });

  it('never prints one word on another', () => {
    expect(touching(words)).toEqual([]);
  });
});

describe('a page with too much to say', () => {
  it('keeps every word of the ticket', async () => {
    const pdf = await printer.print(TALKATIVE);
    const printedWords = new Set((await textOf(pdf, 1)).split(' '));
    const { showTitle, category, entrance, tariff, holder, atTheDoor } = WORDY;
    const due = [
      showTitle,
      category,
      entrance,
      tariff,
      holder,
      atTheDoor?.proof,
      TALKATIVE.venue.organizer,
      ...TALKATIVE.venue.licences,
    ].join(' ');
    const missing = due.split(' ').filter((word) => ![word, `${word},`, `${word}.`].some((form) => printedWords.has(form)));
    expect(missing).toEqual([]);
  });

  it('shortens advice by whole sentences, and keeps the address', async () => {
    const text = await textOf(await printer.print(TALKATIVE), 1);
    expect(text).toContain('4 quai des Gabares, Valcour-sur-Loire');
    for (const { title } of MARINIERS.advice) expect(text).toContain(title);
    expect(text).not.toContain('Ligne 14');
  });

  it('sets a title of middling length on one line, and a long one on two', async () => {
    expect(await titleLines('Les Trois Mousquetaires de Valcour')).toBe(1);
    expect(await titleLines(POUCET)).toBe(2);
  });

  it('leaves out of the small print only what is said in large', async () => {
    const titled = { ...WORDY, showTitle: Array.from({ length: 4 }, () => POUCET).join(', puis ') };
    const text = await textOf(await printer.print({ ...TALKATIVE, tickets: [titled] }));
    expect(text).not.toContain('Spectacle');
    expect(text).toContain('identifiant CM-7K2M-4Q9T-3');
    expect(text).toContain('PLATESV-D-2024-001175');
    expect(text).toContain('Billet émis par Contremarque');
  });
});

/** How many lines the title takes: its words are the only large ones above the date. */
async function titleLines(showTitle: string): Promise<number> {
  const words = await wordsOf(await printer.print(printed({ ...CAMILLE, showTitle })));
  const large = words.filter(({ bottom, top, left }) => top > 26 && bottom < 60 && left < 144 && bottom - top > 8);
  return new Set(large.map(({ top }) => Math.round(top * 10)).filter((top) => top < 520)).size;
}

it.each([
  ['a seat', CAMILLE.place],
  ['free seating', undefined],
])('in English the entrance of %s is no half of a French sentence', async (_what, place) => {
  const text = await textOf(await printer.print({ ...printed({ ...CAMILLE, place, entrance: 'par le quai' }), language: 'en' }));
  expect(text).toContain('Entrance');
  expect(text).toContain('le quai');
  expect(text).not.toContain('par le quai');
});
