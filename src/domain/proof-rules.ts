import type { Language } from './language';

export const PROOF_FORMATS = ['jpeg', 'pdf', 'gif', 'png'] as const;
export type ProofFormat = (typeof PROOF_FORMATS)[number];

/** Which files the venue takes in « Mes justificatifs ». */
export interface ProofRules {
  readonly formats: readonly ProofFormat[];
  readonly maxBytes: number;
}

const MEGABYTE = 1024 * 1024;
/** 5 Mo, as the seed says: 5 × 1024 × 1024 bytes pass, one more is refused. A venue may ask for less, never for more. */
export const LARGEST_PROOF = 5 * MEGABYTE;
/** Under this a telephone's photo of a card cannot be read any more. */
export const SMALLEST_LIMIT = MEGABYTE / 2;

export const DEFAULT_PROOF_RULES: ProofRules = { formats: PROOF_FORMATS, maxBytes: LARGEST_PROOF };

/** « Une photo ou un fichier JPEG, PDF, GIF ou PNG, de 5 Mo au plus » */
export function filesInWords(rules: ProofRules, language: Language): string {
  const names = formatsInWords(rules, language);
  const size = limitInWords(rules, language);
  const photo = rules.formats.includes('jpeg') || rules.formats.includes('png');
  if (language === 'en') return `${photo ? 'A photo or a' : 'A'} ${names} file of at most ${size}`;
  return `${photo ? 'Une photo ou un fichier' : 'Un fichier'} ${names}, de ${size} au plus`;
}

/** « JPEG, PDF, GIF ou PNG » */
export function formatsInWords({ formats }: ProofRules, language: Language): string {
  const names = PROOF_FORMATS.filter((one) => formats.includes(one)).map((one) => one.toUpperCase());
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${language === 'fr' ? 'ou' : 'or'} ${names.at(-1) ?? ''}`;
}

/** « 5 Mo », « 2,5 Mo »: rounded down, so that a file of the size that is announced passes. */
export function limitInWords({ maxBytes }: Pick<ProofRules, 'maxBytes'>, language: Language): string {
  const tenths = Math.floor((maxBytes / MEGABYTE) * 10) / 10;
  return language === 'fr' ? `${tenths}`.replace('.', ',') + ' Mo' : `${tenths} MB`;
}

/** What a browser offers to choose from; the content decides. */
export function acceptedByBrowsers({ formats }: ProofRules): string {
  const accepted = PROOF_FORMATS.filter((one) => formats.includes(one));
  return [...accepted.map((one) => MIMES[one]), ...accepted.flatMap((one) => EXTENSIONS[one])].join(',');
}

const MIMES = { jpeg: 'image/jpeg', pdf: 'application/pdf', gif: 'image/gif', png: 'image/png' } satisfies Record<ProofFormat, string>;
const EXTENSIONS = { jpeg: ['.jpg', '.jpeg'], pdf: ['.pdf'], gif: ['.gif'], png: ['.png'] } satisfies Record<
  ProofFormat,
  readonly string[]
>;
