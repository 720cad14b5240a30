import type { Language } from '../language';
import type { VenueView } from '../order-view';
import { filesInWords } from '../proof-rules';
import { textToSay } from './check-text';
import { SHOP_SHEETS } from './shop-sheets';
import type { ShopText } from './text-kind';
import type { TextParagraph, TextRun } from './venue-text';
import { fieldName, parseText } from './venue-text';

/** Words that are ready to be shown: whoever shows them escapes them. */
export interface SpokenParagraph {
  readonly style: TextParagraph['style'];
  readonly lines: readonly (readonly { readonly text: string; readonly bold: boolean }[])[];
}

export type Speaker = Pick<
  VenueView,
  'name' | 'phone' | 'proofsLabel' | 'proofRules' | 'organizer' | 'licences' | 'address' | 'city' | 'email'
>;

/** What the venue says in its shop, with its fields filled in. */
export function shopWords(
  kind: ShopText,
  own: string | undefined,
  { venue, language }: { readonly venue: Speaker; readonly language: Language },
): readonly SpokenParagraph[] {
  const values = new Map([
    ['lieu', venue.name],
    ['telephone', venue.phone],
    ['rubrique', venue.proofsLabel[language]],
    ['formats', filesInWords(venue.proofRules, language)],
    ['organisateur', venue.organizer],
    ['licences', venue.licences.join(', ')],
    ['adresse', [venue.address, venue.city].filter(Boolean).join(', ')],
    ['e-mail', venue.email],
  ]);
  const said = (part: string | { readonly field: string }) => (typeof part === 'string' ? part : (values.get(fieldName(part.field)) ?? ''));
  const spoken = (run: TextRun) =>
    typeof run === 'object' && 'bold' in run ? { text: run.bold.map(said).join(''), bold: true } : { text: said(run), bold: false };
  return parseText(textToSay(SHOP_SHEETS[kind], language, own)).map(({ style, lines }) => ({
    style,
    lines: lines.map((line) => line.map(spoken)),
  }));
}

/** The same without any dress: what is kept of terms that somebody accepted. */
export function plainText(paragraphs: readonly SpokenParagraph[]): string {
  return paragraphs.map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).join('\n\n');
}
