import type { SeatNo } from '../../domain/decision/decision';
import { pattern } from './pattern';
import { joinedNorms } from './words';
import type { Word } from './words';

/** How a reply points at seats, before anybody asks whether they exist. */
export type SeatPhrase =
  | { readonly kind: 'all' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'unknowable' }
  | { readonly kind: 'numbers'; readonly numbers: readonly SeatNo[] }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'first' | 'last'; readonly count: number };

/** A word, or a phrase about seats in the place of its words: then the norm is `#`. */
export interface SeatWord extends Word {
  readonly seats?: SeatPhrase;
}

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => SeatPhrase | undefined;
}

/** What a number before it counts or dates: « 3 mois » and « 2 billets » are no seat 3 and no seat 2. */
const UNIT =
  '(?:mois|ans?|annees?|jours?|semaines?|heures?|h|euros?|%|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|months?|years?|days?|weeks?|hours?|january|february|march|april|may|june|july|august|september|october|november|december|seule?|fois|justificatifs|documents|cartes|pieces|pages|billets|places|tickets|seats|photos|attestations)';
/** What a number after it belongs to: « page 2 », « master 2 », « il manque 1 justificatif ». */
const NOT_AFTER = '(?<!(?:pages?|annee|terminale|niveau|categorie|cat|rang|zone|serie|master|licence|bts|manque|article|ligne|tarif) )';
const NUMBER = `(?:{ordinal}|${NOT_AFTER}\\d{1,2}(?! ${UNIT}(?: |$)))`;
const LIST = `${NUMBER}(?: (?:(?:, )?(?:et|and|&|\\+) (?:le |la |les |the )?|, )?${NUMBER})*`;
const OF = "(?:(?:le|la|les|l'|du|des|au|aux|de la|de l'|the|of the|for the|cet?|cette|ces) )?";

/** Tried in this order; the first that matches wins, so the more special ones come first. */
const FORMS: readonly Form[] = [
  form(
    "(?:(?:tous|toutes|all) )?(?:les|des|the) (?:(?:{count}) )?(?:autres|others)(?: (?:{seat}))?|le reste|the rest|l'autre(?: (?:{seat}))?|the other(?: (?:{seat}))?",
    () => ({ kind: 'rest' }),
  ),
  form(`(?:les|des|the) (?:(?<count>{count}) )?(?<end>premiere?s|first|derniere?s|last)(?: (?<after>{count}))?(?: {seat})?`, ends),
  form(`(?:le|la|du|au|the) (?<end>derniere?|last)(?: {seat})?`, () => ({ kind: 'last', count: 1 })),
  form(
    '(?:(?:tous|toutes|all) (?:les |the |of the )?|both |les |des |aux |ces |the )(?:(?<count>{count}))(?: {seat})?(?! (?:premiere?s|derniere?s|first|last|mois|months)| (?:et|,|and|&) (?:le |la )?\\d)',
    counted,
  ),
  form(
    "(?:tous|toutes)(?: les {seat}| les| ensemble)?|tout le monde|toute la commande|la commande(?: entiere| complete)?|l'ensemble(?: (?:des {seat}|de la commande|du dossier))?|(?:les|des|ces|aux|ses|leurs|vos) (?:billets|places|tickets|e-billets|justificatifs|documents|dossiers|pieces)|both(?: {seat})?|all (?:of them|the {seat}|{seat})|all|everyone|everything|the (?:tickets|seats|documents)",
    () => ({ kind: 'all' }),
  ),
  form(`(?:de |du |from )?(?<from>\\d{1,2}) (?:a|au|to|jusqu'au) (?<to>\\d{1,2})(?! ${UNIT})`, range),
  form(`(?:de |du |from )?(?<from>\\d{1,2}) - (?<to>\\d{1,2})(?! ${UNIT})`, neighbours),
  form(`${OF}(?:(?:{seat}|carte|attestation) )?(?:(?:n°|no|num|numeros?|number|#) )?(?<list>${LIST})(?: {seat})?`, numberedBy),
  form(`(?<count>{count}) (?:billets|places|tickets|seats)`, counted),
];

/** Phrases about seats become one word each. */
export function withSeats(words: readonly Word[]): readonly SeatWord[] {
  const line = joinedNorms(words);
  const result: SeatWord[] = [];
  let i = 0;
  let place = 0;
  while (i < words.length) {
    const found = seatPhraseAt(line, place);
    const length = found?.length ?? 0;
    const taken = length === 0 ? 1 : line.slice(place, place + length).split(' ').length;
    const first = words[i];
    const last = words[i + taken - 1];
    if (!first || !last) break;
    const seats = found && mayBeDay(words.slice(i, i + taken), words[i - 1]) ? UNKNOWABLE : found?.seats;
    result.push(seats ? { norm: '#', start: first.start, end: last.end, capital: false, seats } : first);
    place += words.slice(i, i + taken).reduce((sum, word) => sum + word.norm.length + 1, 0);
    i += taken;
  }
  return result;
}

const UNKNOWABLE: SeatPhrase = { kind: 'unknowable' };

/** « périmée le 3 », « expire le 1er »: the third of the month or the third ticket, nobody can say. « périmée la 3 » is a ticket. */
function mayBeDay(phrase: readonly Word[], before: Word | undefined): boolean {
  return (
    /^(?:le|the|on|au|du)$/.test(phrase[0]?.norm ?? '') &&
    /^(?:perim|expir|echu|termin|finiss?|valable|valide|emis|dat[ei]|sign|ended?$)/.test(before?.norm ?? '')
  );
}

/** The numbers that a phrase means among those that the letter listed; `undefined` when nobody can say. */
export function resolveSeats(
  phrase: SeatPhrase,
  listed: readonly SeatNo[] | undefined,
  named: ReadonlySet<SeatNo>,
): 'all' | readonly SeatNo[] | undefined {
  switch (phrase.kind) {
    case 'all':
      return 'all';
    case 'numbers':
      return listed && !phrase.numbers.every((seat) => listed.includes(seat)) ? undefined : phrase.numbers;
    case 'count':
      return !listed || listed.length === phrase.count ? 'all' : undefined;
    case 'first':
      return among(listed ?? Array.from({ length: phrase.count }, (_, i) => i + 1), phrase.count, 0);
    case 'last':
      return listed && among(listed, phrase.count, listed.length - phrase.count);
    case 'unknowable':
      return undefined;
    case 'rest':
      return listed && notNamed(listed, named);
    default:
      return phrase satisfies never;
  }
}

function notNamed(listed: readonly SeatNo[], named: ReadonlySet<SeatNo>): readonly SeatNo[] | undefined {
  // « Les autres » than which? Somebody must be named.
  const left = listed.filter((seat) => !named.has(seat));
  return left.length > 0 && left.length < listed.length ? left : undefined;
}

function among(listed: readonly SeatNo[], count: number, from: number): readonly SeatNo[] | undefined {
  return count > 0 && count <= listed.length ? listed.slice(from, from + count) : undefined;
}

function form(source: string, read: Form['read']): Form {
  return { pattern: pattern(source), read };
}

function seatPhraseAt(line: string, place: number): { readonly seats: SeatPhrase; readonly length: number } | undefined {
  for (const one of FORMS) {
    one.pattern.lastIndex = place;
    const match = one.pattern.exec(line);
    const seats = match?.[0] && one.read(match.groups ?? {});
    if (match && seats) return { seats, length: match[0].length };
  }
  return undefined;
}

function counted({ count }: Readonly<Record<string, string | undefined>>): SeatPhrase | undefined {
  const number = numberOf(count);
  return number === undefined || number < 2 ? undefined : { kind: 'count', count: number };
}

function ends({ count, end, after }: Readonly<Record<string, string | undefined>>): SeatPhrase | undefined {
  const number = numberOf(count ?? after);
  if (number === undefined) return undefined;
  return { kind: /^(?:p|f)/.test(end ?? '') ? 'first' : 'last', count: number };
}

function range({ from, to }: Readonly<Record<string, string | undefined>>): SeatPhrase | undefined {
  const [low, high] = [Number(from), Number(to)];
  return low > 0 && low < high ? { kind: 'numbers', numbers: Array.from({ length: high - low + 1 }, (_, i) => low + i) } : undefined;
}

/** « 1-2 » are two seats; whether « 1-3 » are two or three nobody can say. */
function neighbours({ from, to }: Readonly<Record<string, string | undefined>>): SeatPhrase | undefined {
  const [low, high] = [Number(from), Number(to)];
  if (low < 1 || high <= low) return undefined;
  return high === low + 1 ? { kind: 'numbers', numbers: [low, high] } : { kind: 'unknowable' };
}

function numberedBy({ list }: Readonly<Record<string, string | undefined>>): SeatPhrase | undefined {
  const numbers = (list ?? '').split(' ').flatMap((word) => numberOf(word) ?? []);
  return numbers.length === 0 || numbers.includes(0) ? undefined : { kind: 'numbers', numbers: [...new Set(numbers)] };
}

const SPELLED: readonly (readonly string[])[] = [
  ['premier', 'first'],
  ['deux', 'second', 'two'],
  ['trois', 'third', 'three'],
  ['quatr', 'four'],
  ['cinq', 'fifth', 'five'],
  ['six'],
  ['sept'],
  ['huit'],
  ['neuv', 'neuf'],
  ['dix'],
];

function numberOf(word: string | undefined): number | undefined {
  const digits = /^\d{1,2}/.exec(word ?? '');
  if (digits) return Number(digits[0]);
  const at = SPELLED.findIndex((stems) => stems.some((stem) => word?.startsWith(stem)));
  return at >= 0 ? at + 1 : undefined;
}
