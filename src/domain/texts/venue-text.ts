import { cleaned } from '../free-text';

/** A run of a sentence that a venue wrote. Never markup: whoever shows it escapes it. */
export type TextRun = string | { readonly field: string } | { readonly bold: readonly (string | { readonly field: string })[] };
export type TextLine = readonly TextRun[];

export interface TextParagraph {
  /** `# ` begins a heading, `~ ` small print. */
  readonly style: 'plain' | 'heading' | 'quiet';
  readonly lines: readonly TextLine[];
}

/** What a venue writes, as it is typed: the one form that is stored, shown in the editor and sent through the API. */
export const LONGEST_TEXT = 4000;
/** A page of its own, such as the terms of sale. */
export const LONGEST_PAGE = 20_000;

/**
 * The text as it is kept: composed letters, line ends of one kind, no blanks at the ends of lines, and none of the signs that
 * cannot be seen but change what is read (controls, and the marks that turn the direction of writing).
 */
export function cleanText(typed: string): string {
  return cleaned(typed)
    .replaceAll(/ +$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n');
}

/** Paragraphs are apart by an empty line. */
export function parseText(text: string): readonly TextParagraph[] {
  return text.split(/\n\n+/).filter(Boolean).map(paragraphOf);
}

function paragraphOf(source: string): TextParagraph {
  const style = source.startsWith('# ') ? 'heading' : source.startsWith('~ ') ? 'quiet' : 'plain';
  const words = style === 'plain' ? source : source.slice(2);
  return { style, lines: words.split('\n').map(lineOf) };
}

/** `**` opens and closes bold; a pair that is not closed is two stars. */
function lineOf(source: string): TextLine {
  return source.split(/(\*\*[^*]+\*\*)/).flatMap((part): TextLine => {
    const [, strong] = /^\*\*([^*]+)\*\*$/.exec(part) ?? [];
    return strong === undefined ? withFields(part) : [{ bold: withFields(strong) }];
  });
}

function withFields(source: string): readonly (string | { readonly field: string })[] {
  return source
    .split(/(\{[^{}\n]*\})/)
    .filter(Boolean)
    .map((part) => (part.startsWith('{') && part.endsWith('}') ? { field: fieldName(part.slice(1, -1)) } : part));
}

/** How a name is compared: « Échéance », « echeance » and « échéance » are one field. */
export function fieldName(typed: string): string {
  return typed.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** The only field of its paragraph, with nothing beside it. */
export function loneField({ style, lines }: TextParagraph): string | undefined {
  const [line, ...others] = lines;
  const [run, ...rest] = line ?? [];
  const alone = style === 'plain' && others.length === 0 && rest.length === 0;
  return alone && typeof run === 'object' && 'field' in run ? run.field : undefined;
}

export function fieldsIn(paragraph: TextParagraph): readonly string[] {
  return paragraph.lines.flat().flatMap((run) => {
    if (typeof run === 'string') return [];
    if ('field' in run) return [run.field];
    return run.bold.flatMap((part) => (typeof part === 'string' ? [] : [part.field]));
  });
}
