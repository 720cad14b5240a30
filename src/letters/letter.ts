import type { Language } from '../domain/language';

/** A piece of a sentence. Text is plain here: the renderers escape it and set its typography. */
export type Run = string | { readonly bold: string } | { readonly link: string; readonly label: string };
export type Text = string | readonly Run[];

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** What a letter is made of, in reading order. Both renderers know every kind, so the text part cannot say less than the page. */
export type Block = (
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'greeting'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lines: readonly Text[]; readonly quiet?: boolean }
  /** The fact that the letter is about, framed: a reason, somebody's words. */
  | { readonly kind: 'quote'; readonly lines: readonly Text[]; readonly tone: 'refusal' | 'calm' }
  | { readonly kind: 'show'; readonly title: string; readonly when: string; readonly where: string }
  | { readonly kind: 'seats'; readonly table: SeatTable }
  | { readonly kind: 'button'; readonly link: Link }
  | { readonly kind: 'ways'; readonly rows: readonly { readonly text: Text; readonly link?: Link | undefined }[] }
  | { readonly kind: 'review-seat'; readonly seat: ReviewSeat }
  /** Ways on of equal weight: none is the one that we would like best. */
  | { readonly kind: 'choices'; readonly links: readonly Link[] }
  | { readonly kind: 'forms'; readonly rows: readonly { readonly form: string; readonly meaning: string }[] }
) & {
  /** Of a letter that is copied in another language than that of the letter around it. */
  readonly language?: Language | undefined;
};

export interface SeatTable {
  readonly head: { readonly seat: string; readonly price: string };
  readonly rows: readonly SeatRow[];
  /** Where the delivery method has a price. */
  readonly delivery?: { readonly label: string; readonly amount: string } | undefined;
  readonly total?: { readonly label: string; readonly amount: string } | undefined;
}

export interface SeatRow {
  readonly no: number;
  readonly what: string;
  readonly under: readonly Text[];
  readonly price: string;
}

export interface ReviewSeat {
  readonly title: string;
  readonly price: string;
  readonly bought: { readonly label: string; readonly lines: readonly string[] };
  readonly received: { readonly label: string; readonly pieces: readonly ReceivedPiece[] };
  readonly choices: readonly Link[];
}

export interface ReceivedPiece {
  /** `id` of an attachment that is shown inside the letter. */
  readonly picture?: { readonly id: string; readonly alt: string } | undefined;
  readonly caption: Text;
}

/** What each file of this folder writes. */
export interface Draft {
  /** Under 70 characters, and never the name of a health tariff. */
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** Under the dotted line. */
  readonly foot: readonly Text[];
}

export interface Letter extends Draft {
  readonly language: Language;
  /** Who writes, at the head of the page. */
  readonly sign: string;
}

export function bold(text: string): Run {
  return { bold: text };
}

export function link(label: string, href: string): Run {
  return { link: href, label };
}

/** rich`Vous avez jusqu’au ${bold(deadline)}.` */
export function rich(parts: TemplateStringsArray, ...runs: readonly Run[]): readonly Run[] {
  return parts.flatMap((part, index) => [part, runs[index] ?? '']).filter((run) => run !== '');
}

/** Several sentences on one line; those that are not said are left out. */
export function sentences(...texts: readonly (Text | undefined)[]): Text {
  const said = texts.flatMap((text) => (text === undefined || text.length === 0 ? [] : [runsOf(text)]));
  return said.flatMap((runs, index) => (index > 0 ? [' ', ...runs] : runs));
}

export function paragraph(...lines: readonly Text[]): Block {
  return { kind: 'paragraph', lines };
}

export function quiet(...lines: readonly Text[]): Block {
  return { kind: 'paragraph', lines, quiet: true };
}

export function runsOf(text: Text): readonly Run[] {
  return typeof text === 'string' ? [text] : text;
}
