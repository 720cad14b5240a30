import { LETTER_KINDS } from '../../src/domain/letter';
import type { Block, Letter, Text } from '../../src/letters/letter';
import { runsOf } from '../../src/letters/letter';
import { typeset } from '../../src/letters/rendering/typography';
import { withSeats, ORDER, CAMILLE } from '../people';
import { LETTERS, TICKETS } from './drawer';
import { ALL, hrefsOf, plain, read, written } from './reading';

const LINK = /^(?:[^:]+: )?((?:https?|mailto):\S*)$/;
/** « Vos droits : https://… » */
const NAMED_LINK = /^[^:]+: https?:/;

test('every kind of letter is in the drawer', () => {
  expect(Object.keys(LETTERS).toSorted()).toEqual([...LETTER_KINDS].toSorted());
});

describe.each(ALL)('%s in %s', (_kind, language, drawn) => {
  const letter = written(drawn);
  const { subject, text, html, page } = read(drawn);

  test('its page and its text part say the same sentences in the same order', () => {
    expect(inOrder(plain(page), sentencesOf(letter))).toEqual([]);
    expect(inOrder(plain(text), sentencesOf(letter))).toEqual([]);
    expect(wordsOf(text, letter)).toEqual(wordsOf(page, letter));
  });

  test('its text part has every link of its page on a line of its own, at the foot behind its name', () => {
    const lines = text.split('\n');
    expect(lines.flatMap((line) => LINK.exec(line)?.[1] ?? [])).toEqual(hrefsOf(html));
    expect(lines.filter((line) => !LINK.test(line) && line.length > 76)).toEqual([]);
    const named = letter.foot.flatMap((foot) => runsOf(foot)).filter((run) => typeof run === 'object' && 'link' in run);
    expect(lines.filter((line) => NAMED_LINK.test(line))).toHaveLength(named.length);
  });

  test('its subject is short and nothing in it is left unsaid', () => {
    expect(subject.length).toBeLessThan(70);
    expect(`${subject} ${text} ${html}`).not.toMatch(/undefined|\[object|NaN|\{\w+\}|null/);
    expect(letter.blocks.filter((block) => block.kind === 'title')).toHaveLength(1);
  });

  test('it asks for one thing at most, and needs nothing from elsewhere', () => {
    expect(letter.blocks.filter((block) => block.kind === 'button').length).toBeLessThan(2);
    expect(html).not.toMatch(/src="(?!cid:)|url\(|@import|<script|<link/);
  });

  test('its typography is right', () => {
    const shown = `${subject}\n${text}\n${page}`;
    expect(shown).not.toMatch(/\p{L}'|'\p{L}/u);
    expect(shown).not.toMatch(language === 'fr' ? / [:;?!»](?:\s|$)|« |\d €|\d h |!/ : /\d (?:am|pm|tickets?)\b|!/);
    expect(shown).not.toMatch(/[\p{L}\d] [.,]/u);
  });

  test('the same facts make the same letter', () => {
    expect(read(drawn)).toEqual(read(drawn));
  });
});

test('names are shown as they are written, whatever they hold', () => {
  const order = {
    ...withSeats(ORDER, { 3: { holder: "<b>O'Neil & fils</b>" } }),
    customer: { ...CAMILLE, name: 'Anne <script>alert(1)</script>' },
  };
  const { html, page, text } = read(LETTERS['review-request']('fr', { order }));
  expect(html).toContain('&lt;b&gt;O’Neil &amp; fils&lt;/b&gt;');
  expect(html).not.toContain('<script');
  expect(page).toContain('<b>O’Neil & fils</b>');
  expect(text).toContain('<b>O’Neil & fils</b>');
});

test.each(LETTER_KINDS)('%s speaks of no evening before a matinée', (kind) => {
  const { facts } = LETTERS[kind]('fr');
  const { order } = facts;
  const performance = order && { ...order.performance, startsAt: '2027-01-16T13:00:00.000Z', endsAt: '2027-01-16T15:00:00.000Z' };
  const matinee = LETTERS[kind]('fr', order && performance ? { order: { ...order, performance } } : {});
  expect(read(matinee).text).not.toMatch(/soir/i);
});

test('a long title is cut in the subject so that the need survives', () => {
  const performance = {
    ...ORDER.performance,
    showTitle: 'La très longue et très véridique histoire du capitaine Ferdinand et de ses sept navires',
  };
  const { subject } = read(LETTERS.refusal('fr', { order: { ...ORDER, performance } }));
  expect(subject.length).toBeLessThan(70);
  expect(plain(subject)).toMatch(/… : un choix à faire pour la place 3$/);
});

test('a letter about an order that is handed none is a fault, and so are tickets without their file', () => {
  const { facts } = LETTERS.reminder('fr');
  expect(() => read({ facts: { ...facts, order: undefined }, attachments: [] })).toThrow('is about no order');
  for (const kind of ['tickets', 'tickets-again', 'venue-copy'] as const) {
    const drawn = LETTERS[kind]('fr');
    expect(() => read({ ...drawn, attachments: [] })).toThrow('has no tickets to carry');
    expect(() => read({ ...drawn, attachments: [{ ...TICKETS, content: Buffer.alloc(0) }] })).toThrow('has no tickets to carry');
  }
});

function inOrder(page: string, sentences: readonly string[]): readonly string[] {
  let from = 0;
  return sentences.filter((sentence) => {
    const at = page.toLowerCase().indexOf(sentence.toLowerCase(), from);
    from = at < 0 ? from : at + sentence.length;
    return at < 0;
  });
}

function sentencesOf(letter: Letter): readonly string[] {
  const texts = [letter.sign, ...letter.blocks.flatMap(textsOf), ...letter.foot];
  return texts.map((text) => plain(typeset(said(text), letter.language)));
}

function textsOf(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'greeting':
      return [block.text];
    case 'paragraph':
    case 'quote':
      return block.lines;
    case 'show':
      return [block.title, block.when, block.where];
    case 'seats':
      return [...block.table.rows.flatMap(({ what, under }) => [what, ...under]), ...(block.table.total ? [block.table.total.label] : [])];
    case 'button':
      return [block.link.label];
    case 'ways':
      return block.rows.flatMap(({ text, link }) => [text, ...(link ? [link.label] : [])]);
    case 'review-seat':
      return [
        block.seat.title,
        block.seat.bought.label,
        ...block.seat.bought.lines,
        block.seat.received.label,
        ...block.seat.received.pieces.map((piece) => piece.caption),
        ...block.seat.choices.map((choice) => choice.label),
      ];
    case 'choices':
      return block.links.map((choice) => choice.label);
    case 'forms':
      return block.rows.flatMap(({ form, meaning }) => [form, meaning]);
  }
}

function said(text: Text): string {
  return runsOf(text)
    .map((run) => (typeof run === 'string' ? run : 'bold' in run ? run.bold : run.label))
    .join('');
}

/** All words, sorted; the heads of a table of seats stand once on the page and on each line of the text. */
function wordsOf(shown: string, letter: Letter): readonly string[] {
  const heads = letter.blocks.flatMap((block) => (block.kind === 'seats' ? Object.values(block.table.head) : []));
  const words = shown.replaceAll(/(?<=^|^[^:\n]+: )(?:https?|mailto):.*$/gm, '').match(/[\p{L}\d]+/gu) ?? [];
  return words.filter((word) => !heads.includes(word)).toSorted();
}
