import type { Language } from './language';

export const PROOF_FORMATS = ['jpeg', 'pdf', 'gif', 'png', 'webp', 'heic'] as const;
export type ProofFormat = (typeof PROOF_FORMATS)[number];

/** What each is called by people, by browsers and by systems of files; the first extension is the one that we give. */
export const FORMATS = {
  jpeg: { name: 'JPEG', mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  pdf: { name: 'PDF', mime: 'application/pdf', extensions: ['pdf'] },
  gif: { name: 'GIF', mime: 'image/gif', extensions: ['gif'] },
  png: { name: 'PNG', mime: 'image/png', extensions: ['png'] },
  webp: { name: 'WebP', mime: 'image/webp', extensions: ['webp'] },
  heic: { name: 'HEIC', mime: 'image/heic', extensions: ['heic', 'heif'] },
} as const satisfies Record<
  ProofFormat,
  { readonly name: string; readonly mime: string; readonly extensions: readonly [string, ...string[]] }
>;

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

/** « Une photo ou un fichier JPEG, PDF, GIF, PNG, WebP ou HEIC, de 5 Mo au plus » */
export function filesInWords(rules: ProofRules, language: Language): string {
  const names = formatsInWords(rules, language);
  const size = limitInWords(rules, language);
  const photo = takesPhotos(rules);
  if (language === 'en') return `${photo ? 'A photo or a' : 'A'} ${names} file of at most ${size}`;
  return `${photo ? 'Une photo ou un fichier' : 'Un fichier'} ${names}, de ${size} au plus`;
}

/** What a telephone makes of a card. */
export function takesPhotos({ formats }: Pick<ProofRules, 'formats'>): boolean {
  return formats.includes('jpeg') || formats.includes('png');
}

/** « JPEG, PDF, GIF, PNG, WebP ou HEIC » */
export function formatsInWords({ formats }: ProofRules, language: Language): string {
  const names = PROOF_FORMATS.filter((one) => formats.includes(one)).map((one) => FORMATS[one].name);
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
  return [...accepted.map((one) => FORMATS[one].mime), ...accepted.flatMap((one) => FORMATS[one].extensions.map((end) => `.${end}`))].join(
    ',',
  );
}
