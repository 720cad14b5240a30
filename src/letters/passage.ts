import { filesInWords } from '../domain/proof-rules';
import type { VenueView } from '../domain/order-view';
import { textToSay } from '../domain/texts/check-text';
import type { ORDER_FIELDS, TextSheet } from '../domain/texts/field';
import type { TextLine, TextParagraph, TextRun } from '../domain/texts/venue-text';
import { fieldName, loneField, parseText } from '../domain/texts/venue-text';
import type { LetterFacts } from '../ports/mail/letters';
import type { Block, Run, Text } from './letter';
import { runsOf } from './letter';
import { startOf } from './wording/show';

type Common = keyof typeof ORDER_FIELDS;

/** What fills a field: words within a sentence, or blocks that stand alone. */
type Filling = { readonly words: Text } | { readonly blocks: readonly Block[] };
type Fillings<B extends TextSheet> = Readonly<Record<Exclude<keyof B['fields'], Common>, Text | readonly Block[] | undefined>>;

/** The body of a letter: the venue's own text, or the original, with this letter's fields filled in. */
export function passage<const B extends TextSheet>(body: B, facts: LetterFacts, fillings: Fillings<B>): readonly Block[] {
  const known = new Map<string, Filling>();
  for (const [name, text] of Object.entries(commonFields(facts))) known.set(fieldName(name), { words: text });
  for (const [name, value] of Object.entries<Text | readonly Block[] | undefined>(fillings)) known.set(fieldName(name), fillingOf(value));
  const text = textToSay(body, facts.language, facts.texts?.[facts.name.kind]);
  return parseText(text).flatMap((paragraph) => blocksOf(paragraph, known));
}

function fillingOf(value: Text | readonly Block[] | undefined): Filling {
  if (value === undefined) return { words: '' };
  return areBlocks(value) ? { blocks: value } : { words: value };
}

/** An empty list says nothing, as words or as blocks. */
function areBlocks(value: Text | readonly Block[]): value is readonly Block[] {
  return typeof value !== 'string' && value.every((part) => typeof part === 'object' && 'kind' in part);
}

function commonFields({ order, language }: LetterFacts): Readonly<Record<string, string>> {
  if (!order) return {};
  return {
    ...venueFields(order.venue, language),
    client: order.customer.name,
    commande: order.reference,
    spectacle: order.performance.showTitle,
    date: startOf(order, language),
    salle: order.performance.room,
  } satisfies Record<Common, string>;
}

function venueFields(venue: VenueView, language: LetterFacts['language']) {
  return {
    lieu: venue.name,
    téléphone: venue.phone,
    rubrique: venue.proofsLabel[language],
    formats: filesInWords(venue.proofRules, language),
  };
}

function blocksOf(paragraph: TextParagraph, known: ReadonlyMap<string, Filling>): readonly Block[] {
  const alone = loneField(paragraph);
  const filling = alone === undefined ? undefined : known.get(alone);
  if (filling && 'blocks' in filling) return filling.blocks;
  const lines = paragraph.lines.map((line) => filled(line, known)).filter((line) => line.length > 0);
  if (lines.length === 0) return [];
  if (paragraph.style === 'heading') return lines.map((line) => ({ kind: 'heading', text: said(line) }));
  return [paragraph.style === 'quiet' ? { kind: 'paragraph', lines, quiet: true } : { kind: 'paragraph', lines }];
}

/** A field that has nothing to say leaves no gap. */
function filled(line: TextLine, known: ReadonlyMap<string, Filling>): readonly Run[] {
  const runs = line.flatMap((run): readonly Run[] => {
    if (typeof run === 'string') return [run];
    if ('field' in run) return runsOf(wordsOf(run, known));
    return [{ bold: run.bold.map((part) => (typeof part === 'string' ? part : said(runsOf(wordsOf(part, known))))).join('') }];
  });
  return trimmed(merged(runs));
}

function wordsOf({ field }: Extract<TextRun, { field: string }>, known: ReadonlyMap<string, Filling>): Text {
  const filling = known.get(field);
  return filling && 'words' in filling ? filling.words : '';
}

/** Neighbouring words as one run: typography looks at what stands beside a sign. */
function merged(runs: readonly Run[]): readonly Run[] {
  const together: Run[] = [];
  for (const run of runs) {
    const last = together.at(-1);
    if (typeof run === 'string' && typeof last === 'string') together[together.length - 1] = last + run;
    else together.push(run);
  }
  return together.map((run) => (typeof run === 'string' ? run.replaceAll(/ {2,}/g, ' ') : run));
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  return runs
    .map((run, index) => {
      if (typeof run !== 'string') return run;
      const begun = index === 0 ? run.trimStart() : run;
      return index === runs.length - 1 ? begun.trimEnd() : begun;
    })
    .filter((run) => run !== '' && !(typeof run === 'object' && 'bold' in run && run.bold.trim() === ''));
}

function said(runs: readonly Run[]): string {
  return runs.map((run) => (typeof run === 'string' ? run : 'bold' in run ? run.bold : run.label)).join('');
}
