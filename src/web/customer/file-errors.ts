import type { Language } from '../../domain/language';
import type { ProofRules } from '../../domain/proof-rules';
import { formatsInWords, limitInWords, PROOF_FORMATS } from '../../domain/proof-rules';
import type { Refusal } from '../../domain/refusal';
import { fileSize } from '../words/amounts';
import { refusalWords } from '../words/refusals';
import { say } from '../words/typography';
import type { ReadFile } from './multipart';

/** Names the file, the fact and the way out (look.md 3 and 4, phrases 13 to 15). */
export function fileErrorWords(
  { fileName, bytes, refusal }: ReadFile & { readonly refusal: Refusal },
  { language, rules }: { readonly language: Language; readonly rules: ProofRules },
): string {
  const size = fileSize(bytes, language);
  const name = fileName;
  const words = SENTENCES[refusal.code] ?? NAMED;
  const own = refusalWords(refusal.code).words[language];
  const kind = `${refusal.detail['kind'] ?? ''}`;
  if (refusal.code === 'file-type-not-accepted' && isKnown(kind)) return OTHER_FORMAT[language](name, formatsInWords(rules, language));
  return words[language]({ name, size, own, kind, limit: limitInWords(rules, language).replace(' ', '\u00a0') });
}

interface Facts {
  readonly name: string;
  readonly size: string;
  readonly kind: string;
  readonly own: string;
  readonly limit: string;
}

/** A file that we can open, but that this venue does not take. */
function isKnown(kind: string): boolean {
  return PROOF_FORMATS.some((one) => one === kind);
}

const OTHER_FORMAT = {
  fr: (name: string, formats: string) => say`${name} n’est pas dans un format accepté ici. Envoyez un fichier ${formats}.`,
  en: (name: string, formats: string) => `${name} is not in a format that is taken here. Send a ${formats} file.`,
};

type Sentence = Readonly<Record<Language, (facts: Facts) => string>>;

const NAMED: Sentence = { fr: ({ name, own }) => say`${name} : ${own}`, en: ({ name, own }) => `${name}: ${own}` };

const SENTENCES: Readonly<Partial<Record<Refusal['code'], Sentence>>> = {
  'file-too-big': {
    fr: ({ name, size, limit }) =>
      say`${name} pèse ${size} et la limite est de ${limit}. Reprenez la photo en qualité moyenne, ou envoyez un PDF.`,
    en: ({ name, size, limit }) =>
      say`${name} weighs ${size} and the limit is ${limit}. Take the photo again at medium quality, or send a PDF.`,
  },
  'file-empty': {
    fr: ({ name }) => `${name} est vide. Choisissez-en un autre.`,
    en: ({ name }) => `${name} is empty. Choose another one.`,
  },
  'file-type-not-accepted': {
    fr: ({ name, kind }) =>
      kind === 'heic'
        ? say`${name} est une photo HEIC, que nous ne savons pas ouvrir. Réglez l’appareil sur « Le plus compatible », ou envoyez une capture d’écran.`
        : `${name} n’est pas un fichier que nous savons ouvrir. Envoyez une photo, ou un PDF.`,
    en: ({ name, kind }) =>
      kind === 'heic'
        ? `${name} is a HEIC photo, which we cannot open. Set the camera to “Most compatible”, or send a screenshot.`
        : `${name} is not a file that we can open. Send a photo, or a PDF.`,
  },
  'file-damaged': {
    fr: ({ name }) => `${name} est abîmé. Enregistrez-le à nouveau, ou prenez une photo de la page.`,
    en: ({ name }) => `${name} is damaged. Save it again, or take a photo of the page.`,
  },
  'image-too-large': {
    fr: ({ name }) => `${name} a trop de points pour nous. Reprenez la photo en qualité moyenne.`,
    en: ({ name }) => `${name} has too many points for us. Take the photo again at medium quality.`,
  },
};
