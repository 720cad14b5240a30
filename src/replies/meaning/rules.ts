import type { Reason } from '../../domain/decision/reason';
import { expanded, pattern } from './pattern';
import { PHRASES } from './phrases';
import type { PhraseKind } from './phrases';
import { REASON_PHRASES } from './reasons';

/** A phrase with what may stand before and behind it, ready to be matched. */
export interface Rule {
  readonly kind: PhraseKind | 'reason';
  readonly reason?: Reason;
  /** Of a reason: something is missing, and asked for. */
  readonly asks?: true;
  readonly pattern: RegExp;
}

const ONLY = '(?:seulement|uniquement|juste|only|just)';
/** « le 1 et le 3 : », « seat 2 is » */
const SEATS_FIRST = `(?:${ONLY} )?# ?(?:(?:, |et |and |& |, et )# ?){0,9}(?:[:=,)>/-] ?){0,3}(?:(?:est|sont|is|are|c'est|ce sera) )?`;
const SEATS_AFTER = '#(?: (?:et |and |& |(?:et |and )?(?:pour |for ))#){0,9}';
const ME = '(?: {me})?';
/** « pour le 2 », « (2) », « pour Mme Martin », « pour la carte » */
const TARGET =
  `(?: ${ONLY})?(?: (?:pour|for|sur|concernant|:|a))?(?: ${ONLY})? (?:${SEATS_AFTER}|\\( # \\))(?: ${ONLY})?` +
  '| (?:pour|for|sur|concernant) (?:@(?: (?:et|and|&) @){0,3}|moi|nous|{whole}|{thing} (?:#|@))';
const EXCEPT =
  "(?: ,)?(?: mais)? (?:sauf|except|except for|but not|a part|hormis|excepte|a l'exception de|mais pas)(?: pour| for)? " +
  '(?<except>#(?: et #){0,9})';
/** « le justificatif du 2e est malheureusement » */
const SUBJECT = "(?:{thing}(?: #| @)? )?(?:(?:{is}|c'est|it's) )?(?:{very} ){0,3}";
/** « depuis le 31/08 », « entre la CNI et la carte »: a few words that neither approve nor doubt. */
const TAIL =
  "(?: (?:depuis|entre|sur|de|du|des|d'|au|aux|en|la|le|les|par|dans|car|since|on|for|of|from|in|between|a|to|dont|qui)" +
  '(?: (?!ok |oui |valid|accept|mais |si |sauf )[^.,:;!?()#@ ]{1,30}){1,10})?';

export const RULES: readonly Rule[] = [
  ...(['approve', 'refuse', 'more-info', 'check-at-door'] as const).flatMap((kind) =>
    phrasesOf(PHRASES[kind]).flatMap((phrase) => verdict(kind, phrase)),
  ),
  ...(['undo', 'regret', 'assent', 'courtesy', 'greeting', 'request'] as const).flatMap((kind) =>
    phrasesOf(PHRASES[kind]).map((phrase) => ({ kind, pattern: pattern(phrase) })),
  ),
  { kind: 'more-info', pattern: pattern(`${SEATS_FIRST}(?:plus|more)`) },
  { kind: 'refuse', pattern: pattern(`(?:pas|not)(?: (?:pour|for))? ${SEATS_AFTER}`) },
  { kind: 'approve', pattern: pattern(`${SEATS_FIRST}(?:bons?|bonnes?|parfaite?s?|nickel)`) },
  ...REASON_PHRASES.flatMap(({ reason, said = [], whole = [], missing = [] }) => [
    ...phrasesOf(said).flatMap((phrase) => rulesOfReason(reason, `${SUBJECT}(?:${phrase})(?: (?:et|and) (?:${said.join('|')}))?`)),
    ...phrasesOf(whole).flatMap((phrase) => rulesOfReason(reason, phrase)),
    ...phrasesOf(missing).flatMap((phrase) => rulesOfReason(reason, phrase).map((rule) => ({ ...rule, asks: true as const }))),
  ]),
];

/** Every word that the grammar knows: a capitalised word that is none of these may be a name. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [
    ...Object.values(PHRASES).flat(),
    ...REASON_PHRASES.flatMap(({ said = [], whole = [], missing = [] }) => [...said, ...whole, ...missing]),
  ]
    .flatMap((source) => expanded(source).match(/\p{L}+/gu) ?? [])
    .concat('attention stop urgent erreur attendez attends faux jamais surtout sauf annulation pas ne finalement'.split(' ')),
);

function verdict(kind: Rule['kind'], phrase: string): readonly Rule[] {
  const rules = [
    { kind, pattern: pattern(`${SEATS_FIRST}(?:${phrase})${ME}`) },
    { kind, pattern: pattern(`(?:${phrase})${ME}(?:${TARGET})?${ME}`) },
  ];
  if (kind !== 'approve') return rules;
  const allBut = [`(?:${phrase})${ME}(?: (?:pour|for) (?:#|tout))?${EXCEPT}`, `${SEATS_FIRST}(?:${phrase})${EXCEPT}`];
  return [...rules, ...allBut.map((source) => ({ kind, pattern: pattern(source) }))];
}

function rulesOfReason(reason: Reason, phrase: string): readonly Rule[] {
  return [
    { kind: 'reason', reason, pattern: pattern(`${SEATS_FIRST}(?:${phrase})${TAIL}`) },
    { kind: 'reason', reason, pattern: pattern(`(?:${phrase})(?: (?:pour |sur |for |: )?${SEATS_AFTER})?${TAIL}`) },
  ];
}

/** All alternatives apart, for the longest must win and `|` takes the first. */
function phrasesOf(sources: readonly string[]): readonly string[] {
  return sources.flatMap(alternatives);
}

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
