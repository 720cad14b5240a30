import type { Language } from '../../domain/language';
import type { Block, Letter, Link, ReviewSeat, SeatTable, Text } from '../letter';
import { runsOf } from '../letter';
import { typeset } from './typography';

/** The text part: the same sentences in the same order, each link on a line of its own after its label. */
export function renderText(letter: Letter): string {
  const write = writer(letter.language);
  const body = letter.blocks.flatMap((block) => ['', ...linesOf(block, block.language ? writer(block.language) : write)]);
  const foot = letter.foot.flatMap((text) => footLines(text, write));
  return [...write.text(letter.sign), ...body, '', DOTTED, '', ...foot, ''].join('\n');
}

/** « Vos droits : https://… »: a link that stands alone is one line. */
function footLines(text: Text, write: Writer): readonly string[] {
  const [run, ...more] = runsOf(text);
  if (typeof run !== 'object' || !('link' in run) || more.length > 0) return write.text(text);
  return [`${typeset(`${run.label}${COLON[write.language]}`, write.language)}${run.link}`];
}

const DOTTED = '. '.repeat(20).trim();
const WIDEST = 76;

interface Writer {
  readonly text: (text: Text) => readonly string[];
  readonly links: (links: readonly Link[]) => readonly string[];
  readonly language: Language;
}

function writer(language: Language): Writer {
  const text = (one: Text) => [...wrap(typeset(said(one), language)), ...hrefsOf(one)];
  return { language, text, links: (links) => links.flatMap(({ label, href }) => [...text(label), href]) };
}

function linesOf(block: Block, write: Writer): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'greeting':
      return write.text(block.text);
    case 'paragraph':
      return block.lines.flatMap(write.text);
    case 'quote':
      return block.lines.flatMap((line) => indented(write.text(line)));
    case 'show':
      return [block.title, block.when, block.where].flatMap(write.text);
    case 'seats':
      return seatLines(block.table, write);
    case 'button':
      return write.links([block.link]);
    case 'ways':
      return block.rows.flatMap((row, index) => [
        ...(index > 0 ? [''] : []),
        ...write.text(row.text),
        ...write.links(row.link ? [row.link] : []),
      ]);
    case 'review-seat':
      return reviewLines(block.seat, write);
    case 'choices':
      return write.links(block.links);
    case 'forms':
      return block.rows.flatMap(({ form, meaning }) => write.text(`${form}${COLON[write.language]}${meaning}`));
  }
}

/** « Place 3 : étudiant, Léa Roussel, 14,00 € » */
function seatLines({ head, rows, delivery, total }: SeatTable, write: Writer): readonly string[] {
  const colon = COLON[write.language];
  const seats = rows.flatMap(({ no, what, under, price }) => [
    ...write.text(`${head.seat} ${no}${colon}${[what, price].filter(Boolean).join(', ')}`),
    ...under.flatMap((line) => indented(write.text(line))),
  ]);
  const sums = [delivery, total].flatMap((sum) => (sum ? write.text(`${sum.label}${colon}${sum.amount}`) : []));
  return [...seats, ...sums];
}

function reviewLines({ title, price, bought, received, choices }: ReviewSeat, write: Writer): readonly string[] {
  const colon = COLON[write.language];
  const [first = '', ...rest] = bought.lines;
  return [
    ...write.text(`${title}, ${price}`),
    ...write.text(`${bought.label}${colon}${first}`),
    ...rest.flatMap(write.text),
    ...write.text(`${received.label}${colon}`),
    ...received.pieces.flatMap((piece) => write.text(piece.caption)),
    ...write.links(choices),
  ];
}

const COLON: Record<Language, string> = { fr: ' : ', en: ': ' };

function said(text: Text): string {
  return runsOf(text)
    .map((run) => (typeof run === 'string' ? run : 'bold' in run ? run.bold : run.label))
    .join('');
}

function hrefsOf(text: Text): readonly string[] {
  return runsOf(text).flatMap((run) => (typeof run !== 'string' && 'link' in run ? [run.link] : []));
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

/** At ordinary blanks only; people's own line ends are kept. */
function wrap(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap(wrapLine);
}

function wrapLine(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t]+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDEST - 2) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
