import type { Reason } from '../../domain/decision/reason';

/** The reason that free words after a clear refusal name, if any: the first sign that stands in them. */
export function reasonInFreeWords(folded: string): Reason | undefined {
  return REASON_SIGNS.find(([sign]) => sign.test(folded))?.[1];
}

/** In free words after a clear refusal, the first of these that stands there names the reason. Not anchored. */
const REASON_SIGNS: readonly (readonly [RegExp, Reason])[] = [
  [/\bfalsif|\btruqu|\bfake|\bforged|\bfaux\b|\bphotoshop/, 'suspected-forgery'],
  [/\bdoublon|\bdeja (?:utilis|recu|servi)|\bmeme (?:carte|document|justificatif)|\balready used/, 'duplicate-document'],
  [
    /\bdate\b.{0,20}\b(?:manqu|absente|illisible|visible)|\bmanque (?:la |une )?date|\b(?:pas|sans|no) (?:de )?date\b|\bmissing date|\bdate (?:is )?missing/,
    'date-missing',
  ],
  [
    /\bverso|\brecto|\bpages? (?:\d )?manqu|\bmanque (?:la |une )?page|\bmissing page|\bpage missing|\bback (?:is )?missing/,
    'missing-page',
  ],
  [/\billisible|\bfloue?s?\b|\bpas lisible|\bunreadable|\billegible|\bblur|\bnot readable|\bimpossible (?:a|de) lire/, 'unreadable'],
  [
    /\bperime|\bexpire|\bplus (?:valable|valide|a jour)|\bplus de (?:\d{1,2}|trois|six) mois|\bpas a jour|\bout of date|\bolder than|\bno longer valid|\boutdated/,
    'expired-document',
  ],
  [/\bnoms?\b|\bnames?\b/, 'name-mismatch'],
  [
    /\bmauvais(?:e)? (?:document|justificatif|piece|carte|fichier)|\bn' est pas (?:une?|le|la) |\bpas (?:le|la) bon(?:ne)?\b|\bwrong (?:document|proof|card|file|type)|\bnot an? /,
    'wrong-type',
  ],
  [/\beligible|\bpas droit|\bentitled|\bplus de 2[5-9] ans/, 'not-eligible'],
  [/\bun seul justificatif|\bmanque (?:un|1|le) justificatif|\bonly one/, 'quantity-mismatch'],
  [/\bincomplet|\binsuffisant|\bmanque|\bmissing|\binsufficient/, 'insufficient'],
];
