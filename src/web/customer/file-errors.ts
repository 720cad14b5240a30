import type { Language } from '../../domain/language';
import type { ProofRules } from '../../domain/proof-rules';
import { formatsInWords, limitInWords, takesPhotos } from '../../domain/proof-rules';
import type { Refusal, RefusalCode } from '../../domain/refusal';
import { MOST_FILES } from '../../domain/sending-proofs';
import { fileSize } from '../../wording/amounts';
import { refusalWords } from '../words/refusals';
import { say } from '../../wording/typography';
import type { ReadFile } from './multipart';

export type RefusedFile = ReadFile & { readonly refusal: Refusal };

interface Reader {
  readonly language: Language;
  readonly rules: ProofRules;
}

/** Each names its file, the fact and the way out (docs/look.md 3 and 4, phrases 13 to 15); those that were too many share one. */
export function fileErrors(files: readonly RefusedFile[], reader: Reader): readonly string[] {
  const tooMany = files.filter(isOneTooMany);
  const sentences = files.filter((file) => !tooMany.includes(file)).map((file) => fileErrorWords(file, reader));
  if (tooMany.length === 0) return sentences;
  const names = tooMany.filter(({ fileName }) => fileName).map(({ fileName }) => isolated(fileName));
  const unnamed = tooMany.length > names.length;
  return [...sentences, TOO_MANY[reader.language](names.join(', '), unnamed)];
}

/** What the whole form weighs, where nobody counts its files any more. */
export function tooBigForm({ language, rules }: Reader): string {
  return FORM_TOO_BIG[language](limitOf({ language, rules }));
}

function fileErrorWords({ fileName, bytes, refusal }: RefusedFile, { language, rules }: Reader): string {
  const words = SENTENCES[refusal.code] ?? NAMED;
  return words[language]({
    name: isolated(fileName),
    size: fileSize(bytes, language),
    own: refusalWords(refusal.code).words[language],
    detail: refusal.detail,
    limit: limitOf({ language, rules }),
    formats: formatsInWords(rules, language),
    photo: takesPhotos(rules),
    pdf: rules.formats.includes('pdf'),
  });
}

function limitOf({ language, rules }: Reader): string {
  return limitInWords(rules, language).replace(' ', '\u00a0');
}

/** Of one sending; an order that keeps too many is another thing. */
function isOneTooMany({ refusal }: RefusedFile): boolean {
  return refusal.code === 'too-many-files' && refusal.detail['max'] === MOST_FILES;
}

/** A name that is written from right to left stays a name, and the sentence around it a sentence (UAX 9: FSI, PDI). */
function isolated(name: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}

interface Facts {
  readonly name: string;
  readonly size: string;
  readonly own: string;
  readonly detail: Refusal['detail'];
  readonly limit: string;
  readonly formats: string;
  /** What this venue takes: nothing else is proposed. */
  readonly photo: boolean;
  readonly pdf: boolean;
}

type Sentence = Readonly<Record<Language, (facts: Facts) => string>>;

const NAMED: Sentence = { fr: ({ name, own }) => say`${name} : ${own}`, en: ({ name, own }) => `${name}: ${own}` };

/** Nobody who sent a PDF is told to send one. */
const LIGHTER: Sentence = {
  fr: ({ detail, photo, pdf }) => {
    if (detail['kind'] === 'pdf') return `Enregistrez-le en qualité moyenne${photo ? ', ou envoyez une photo de la page' : ''}.`;
    return photo ? `Reprenez la photo en qualité moyenne${pdf ? ', ou envoyez un PDF' : ''}.` : 'Envoyez un fichier plus léger.';
  },
  en: ({ detail, photo, pdf }) => {
    if (detail['kind'] === 'pdf') return `Save it at medium quality${photo ? ', or send a photo of the page' : ''}.`;
    return photo ? `Take the photo again at medium quality${pdf ? ', or send a PDF' : ''}.` : 'Send a lighter file.';
  },
};

const OR_A_PHOTO = { fr: ', ou envoyez une photo de la page', en: ', or send a photo of the page' };

const SENTENCES: Readonly<Partial<Record<RefusalCode, Sentence>>> = {
  'file-too-big': {
    fr: (facts) => say`${facts.name} pèse ${facts.size} et la limite est de ${facts.limit}. ${LIGHTER.fr(facts)}`,
    en: (facts) => say`${facts.name} weighs ${facts.size} and the limit is ${facts.limit}. ${LIGHTER.en(facts)}`,
  },
  'file-empty': {
    fr: ({ name }) => `${name} est vide. Choisissez-en un autre.`,
    en: ({ name }) => `${name} is empty. Choose another one.`,
  },
  'file-type-not-accepted': {
    fr: ({ name, detail, formats }) =>
      detail['kind'] === 'heic'
        ? say`${name} est une photo HEIC, que cette billetterie ne prend pas. Réglez l’appareil sur « Le plus compatible », ou envoyez un fichier ${formats}.`
        : `${name} n’est pas dans un format que nous savons ouvrir. Envoyez un fichier ${formats}.`,
    en: ({ name, detail, formats }) =>
      detail['kind'] === 'heic'
        ? `${name} is a HEIC photo, which this box office does not take. Set the camera to “Most compatible”, or send a ${formats} file.`
        : `${name} is not in a format that we can open. Send a ${formats} file.`,
  },
  'file-damaged': {
    fr: ({ name, detail, photo }) =>
      detail['why'] === 'unreadable'
        ? `${name} est abîmé. Enregistrez-le à nouveau${photo ? ', ou prenez une photo de la page' : ''}.`
        : `${name} est trop compliqué pour nous. ${photo ? 'Prenez une photo de la page, ou enregistrez' : 'Enregistrez'}-le à nouveau, plus simplement.`,
    en: ({ name, detail, photo }) =>
      detail['why'] === 'unreadable'
        ? `${name} is damaged. Save it again${photo ? ', or take a photo of the page' : ''}.`
        : `${name} is too complicated for us. ${photo ? 'Take a photo of the page, or save it' : 'Save it'} again in a simpler way.`,
  },
  'pdf-locked': {
    fr: ({ name, photo }) => `${name} est protégé par un mot de passe. Envoyez une version sans mot de passe${photo ? OR_A_PHOTO.fr : ''}.`,
    en: ({ name, photo }) => `${name} is protected by a password. Send a version without one${photo ? OR_A_PHOTO.en : ''}.`,
  },
  'pdf-active': {
    fr: ({ name, photo }) =>
      `${name} contient un programme, que nous n’ouvrons pas. Imprimez-le dans un nouveau PDF${photo ? OR_A_PHOTO.fr : ''}.`,
    en: ({ name, photo }) => `${name} contains a program, which we do not open. Print it to a new PDF${photo ? OR_A_PHOTO.en : ''}.`,
  },
  'image-too-large': {
    fr: (facts) => `${facts.name} est une image trop grande, de trop de pixels. ${LIGHTER.fr(facts)}`,
    en: (facts) => `${facts.name} is too large a picture, with too many pixels. ${LIGHTER.en(facts)}`,
  },
  'image-too-small': {
    fr: ({ name, detail }) =>
      say`${name} est trop petit pour être lu : ${String(detail['width'])} × ${String(detail['height'])} pixels. Envoyez la photo d’origine, pas sa miniature.`,
    en: ({ name, detail }) =>
      `${name} is too small to be read: ${String(detail['width'])} × ${String(detail['height'])} pixels. Send the original photo, not its thumbnail.`,
  },
  'too-many-files': {
    fr: ({ name, detail }) =>
      say`${name} n’a pas été pris : cette commande a déjà ${String(detail['max'])} fichiers chez nous. Attendez notre réponse, ou écrivez-nous.`,
    en: ({ name, detail }) =>
      `${name} was not taken: this order has ${String(detail['max'])} files with us already. Wait for our answer, or write to us.`,
  },
  'file-not-kept': {
    fr: ({ name }) => say`${name} n’a pas pu être enregistré. C’est de notre côté : renvoyez-le dans quelques minutes.`,
    en: ({ name }) => `${name} could not be kept. It is our fault: send it again in a few minutes.`,
  },
  'busy-now': {
    fr: ({ name }) =>
      say`${name} n’a pas été pris : beaucoup de fichiers arrivent en ce moment. Votre place reste gardée ; renvoyez-le dans quelques minutes.`,
    en: ({ name }) => `${name} was not taken: many files are coming in right now. Your seat stays yours; send it again in a few minutes.`,
  },
  'too-many-tries': {
    fr: ({ name }) => say`${name} n’a pas été pris : trop de fichiers sont venus en une heure. Renvoyez-le un peu plus tard.`,
    en: ({ name }) => `${name} was not taken: too many files came within an hour. Send it again a little later.`,
  },
};

const TOO_MANY = {
  fr: (names: string, andOthers: boolean) =>
    say`Dix fichiers au plus par envoi. Nous n’avons pas pris ${names}${andOthers ? ' et les suivants' : ''} : choisissez les pages utiles.`,
  en: (names: string, andOthers: boolean) =>
    `Ten files at most at a time. We did not take ${names}${andOthers ? ' and those after them' : ''}: choose the pages that matter.`,
};
const FORM_TOO_BIG = {
  fr: (limit: string) =>
    say`Cet envoi dépasse ce que nous pouvons recevoir, et rien n’en a été pris. Chaque fichier peut peser ${limit} au plus.`,
  en: (limit: string) => `This sending is more than we can receive, and nothing of it was taken. Each file may weigh ${limit} at most.`,
};
