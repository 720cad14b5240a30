import type { Language } from '../../src/domain/language';
import { LETTER_KINDS } from '../../src/domain/letter';
import type { LetterKind } from '../../src/domain/letter';
import type { Letter } from '../../src/letters/letter';
import { linksOf } from '../../src/letters/links';
import { writeLetter } from '../../src/letters/write-letter';
import { composeLetter } from '../../src/letters/compose-letter';
import type { Drawn } from './drawer';
import { LETTERS, SETTINGS } from './drawer';

/** A letter as its reader has it before them. */
export interface Read {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The words of the page, without tags. */
  readonly page: string;
  readonly links: readonly string[];
}

export function read({ facts, attachments }: Drawn): Read {
  const { subject, text, html } = composeLetter(facts, attachments, SETTINGS);
  return { subject, text, html, page: wordsOfPage(html), links: hrefsOf(html) };
}

export function written({ facts, attachments }: Drawn): Letter {
  return writeLetter(facts, { links: linksOf(facts, SETTINGS), enclosed: attachments, house: SETTINGS.house });
}

/** Every kind in both languages. */
export const ALL: readonly (readonly [LetterKind, Language, Drawn])[] = LETTER_KINDS.flatMap((kind) =>
  (['fr', 'en'] as const).map((language) => [kind, language, LETTERS[kind](language)] as const),
);

/** Blanks of any width as one plain blank. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function hrefsOf(html: string): readonly string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)].map((match) => unescaped(match[1] ?? ''));
}

function wordsOfPage(html: string): string {
  const body = html.slice(html.indexOf('<body'));
  const shown = body.replace(/<div style="display:none[^>]*>.*?<\/div>/s, '');
  return unescaped(shown.replaceAll(/<\/?(?:b|a|span|sup)\b[^>]*>/g, '').replaceAll(/<[^>]+>/g, '\n')).replaceAll('\u00AD', '');
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ', '&amp;': '&' };
  return text.replaceAll(/&(?:lt|gt|quot|#39|nbsp|amp);/g, (sign) => signs[sign] ?? sign);
}
