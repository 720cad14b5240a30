import type { Reason } from '../../../domain/reason';
import { expanded } from './pattern';
import { CONNECTIVES, PHRASES } from './phrases';
import type { PhraseKind } from './phrases';
import { REASON_PHRASES } from './reasons';
import type { SeatPhrase, SeatWord } from './seats';
import { joinedNorms } from './words';

/** A phrase found in a sentence: words `from` to `to` (not included). */
export interface Clause {
  readonly kind: PhraseKind | 'reason';
  readonly reason?: Reason;
  readonly from: number;
  readonly to: number;
  /** Seats that the clause speaks of; none: of all. */
  readonly seats: readonly SeatPhrase[];
  /** « sauf le 2 » */
  readonly except: readonly SeatPhrase[];
  /** Somebody is named: whose seat that is, the words alone do not say. */
  readonly named: boolean;
  /** One document is meant: « la carte est ok », where several may have been sent. */
  readonly particular: boolean;
}

interface Rule {
  readonly kind: Clause['kind'];
  readonly reason?: Reason;
  readonly pattern: RegExp;
}

/** The longest phrase that begins at this word. */
export function clauseAt(words: readonly SeatWord[], line: string, from: number): Clause | undefined {
  const place = words.slice(0, from).reduce((sum, word) => sum + word.norm.length + 1, 0);
  let best: { readonly rule: Rule; readonly length: number; readonly except: string } | undefined;
  for (const rule of RULES) {
    rule.pattern.lastIndex = place;
    const match = rule.pattern.exec(line);
    if (match && match[0].length > (best?.length ?? 0)) best = { rule, length: match[0].length, except: match.groups?.['except'] ?? '' };
  }
  if (!best) return undefined;
  const taken = words.slice(from, from + line.slice(place, place + best.length).split(' ').length);
  const seats = taken.flatMap((word) => word.seats ?? []);
  if (!MAY_NAME_SEATS.has(best.rule.kind) && seats.some((one) => one.kind !== 'all')) return undefined;
  const excepted = best.except.split(' ').filter((word) => word === '#').length;
  return {
    kind: best.rule.kind,
    ...(best.rule.reason && { reason: best.rule.reason }),
    from,
    to: from + taken.length,
    seats: seats.slice(0, seats.length - excepted),
    except: seats.slice(seats.length - excepted),
    named: taken.some((word) => word.norm === '@'),
    particular: PARTICULAR.test(joinedNorms(taken)),
  };
}

/** How many words join phrases here without meaning anything. */
export function connectiveAt(line: string, place: number): number {
  CONNECTIVES.lastIndex = place;
  const match = CONNECTIVES.exec(line);
  return match ? match[0].split(' ').length : 0;
}

const PARTICULAR =
  /\b(?:le|la|l'|son|sa|votre|ce|cet|cette|the|his|her|your|this) (?:justificatif|justif|document|doc|piece|pj|proof|file|picture)\b|\b(?:carte|attestation|photo|photocopie|image|scan|fichier|certificat|copie|avis|cni|passeport|livret|card|certificate|id)\b/;

/** A phrase about seats in a greeting or a thank-you can only be « tous ». */
const MAY_NAME_SEATS: ReadonlySet<Clause['kind']> = new Set([
  'approve',
  'refuse',
  'more-info',
  'check-at-door',
  'reason',
  'request',
] as const);

const SEATS_FIRST =
  "(?:(?:seulement|uniquement|juste|only|just) )?# ?(?:(?:, |et |and |& |, et )# ?){0,9}(?:[:=,)>/-] ?){0,3}(?:(?:est|sont|is|are|c'est|ce sera) )?";
const SEATS_AFTER = '#(?: (?:et |and |& |(?:et |and )?(?:pour |for ))#){0,9}';
const PEOPLE = '@(?: (?:et|and|&) @){0,3}';
const ONLY = '(?: (?:seulement|uniquement|juste|only|just))?';
const TARGET = `${ONLY}(?: (?:pour|for|sur|concernant|:|a))?${ONLY} (?:${SEATS_AFTER}|\\( # \\))${ONLY}| (?:pour|for|sur|concernant) (?:${PEOPLE}|tout|ce dossier|cette commande|la reduction|le tarif(?: reduit)?|le dossier|moi|nous|(?:{det} )?(?:{proof})(?: (?:{prooftail}))*(?: @| #)?)`;
const EXCEPT =
  "(?: ,)?(?: mais)? (?:sauf|except|except for|but not|a part|hormis|excepte|a l'exception de|mais pas)(?: pour| for)? (?<except>#(?: et #)*)";
const SUBJECT = "(?:(?:{det} )?(?:{proof})(?: (?:{prooftail}))*(?: #| @)? )?(?:(?:{is}|c'est|it's) )?(?:{very} )*";
const TAIL =
  "(?: (?:depuis|entre|sur|de|du|des|d'|au|aux|en|la|le|les|par|dans|car|since|on|for|of|from|in|between|a|to|dont|qui)(?: (?!ok |oui |valid|accept|mais |si |sauf )[^.,:;!?()#@ ]{1,30}){1,10})?";
const MOI = '(?: (?:{moi}))?';

const RULES: readonly Rule[] = [
  ...(['approve', 'refuse', 'more-info', 'check-at-door'] as const).flatMap((kind) =>
    PHRASES[kind].flatMap(alternatives).flatMap((phrase) => verdict(kind, phrase)),
  ),
  ...(['undo', 'assent', 'courtesy', 'greeting', 'request'] as const).flatMap((kind) =>
    PHRASES[kind].flatMap(alternatives).map((phrase) => ({ kind, pattern: sticky(phrase) })),
  ),
  { kind: 'refuse', pattern: sticky(`(?:pas|not)(?: (?:pour|for))? ${SEATS_AFTER}`) },
  { kind: 'approve', pattern: sticky(`${SEATS_FIRST}(?:bon|bons|bonne|bonnes|parfait|nickel)`) },
  ...REASON_PHRASES.flatMap(({ reason, said, whole }) => [
    ...(said ? reasons(reason, `${SUBJECT}(?:${said})(?: (?:et|and) (?:${said}))?`) : []),
    ...alternatives(whole ?? '').flatMap((phrase) => reasons(reason, phrase)),
  ]),
];

/** Every word that the grammar knows: a capitalised word that is none of these may be a name. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [...Object.values(PHRASES).flat(), ...REASON_PHRASES.flatMap(({ said, whole }) => [said ?? '', whole ?? ''])]
    .flatMap((source) => expanded(source).match(/\p{L}+/gu) ?? [])
    .concat('attention stop urgent erreur attendez attends faux jamais surtout sauf annulation pas ne finalement'.split(' ')),
);

function verdict(kind: Rule['kind'], phrase: string): readonly Rule[] {
  const rules = [
    { kind, pattern: sticky(`${SEATS_FIRST}(?:${phrase})${MOI}`) },
    { kind, pattern: sticky(`(?:${phrase})${MOI}(?:${TARGET})?${MOI}`) },
  ];
  return kind === 'approve' ? [...rules, { kind, pattern: sticky(`(?:${phrase})${MOI}(?: (?:pour|for) (?:#|tout))?${EXCEPT}`) }] : rules;
}

function reasons(reason: Reason, phrase: string): readonly Rule[] {
  return [
    { kind: 'reason', reason, pattern: sticky(`${SEATS_FIRST}(?:${phrase})${TAIL}`) },
    { kind: 'reason', reason, pattern: sticky(`(?:${phrase})(?: (?:pour |sur |for |: )?${SEATS_AFTER})?${TAIL}`) },
  ];
}

function sticky(source: string): RegExp {
  return new RegExp(`(?:${expanded(source)})(?= |$)`, 'y');
}

/** A pattern's alternatives apart, for the longest must win and `|` takes the first. */
function alternatives(source: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '(' || source[i] === '[') depth += 1;
    else if (source[i] === ')' || source[i] === ']') depth -= 1;
    else if (source[i] === '|' && depth === 0) {
      found.push(source.slice(start, i));
      start = i + 1;
    }
  }
  return [...found, source.slice(start)].filter((one) => one !== '');
}
