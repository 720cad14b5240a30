import { ZodError } from 'zod';
import { EntryInUse } from '../domain/catalogue/in-use';
import { RefusedEntry } from '../domain/catalogue/refused-entry';
import type { Language, Wording } from '../domain/language';
import { Refusal } from '../domain/refusal';
import type { RefusalCode } from '../domain/refusal';
import { askAgain } from './unavailable';
import { fieldWords } from './words/field-faults';
import { refusedFieldWords, refusedWholeWords } from './words/refused-fields';
import { refusalWords } from './words/refusals';
import { usedByWords } from './words/used-by';
import { typeset } from '../wording/typography';

/** RFC 9457. `code` is stable; `reference` is what a person quotes when the fault is ours. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: RefusalCode | keyof typeof HTTP_FAULTS;
  readonly reference?: string | undefined;
  /** Every field that is at fault, whoever found it so. */
  readonly errors?: readonly FieldFault[] | undefined;
  /** What the title is about: the seats that somebody else has decided, the seconds to wait. */
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
}

interface FieldFault {
  readonly in: RequestPart;
  /** JSON pointer (RFC 6901) into that part. */
  readonly pointer: string;
  readonly detail: string;
  /** Of a file, from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

export type RequestPart = 'body' | 'query' | 'path' | 'header';

/** No such page, or none that this reader may know of. */
export class NotFound extends Error {}

/** The address exists; this method is not one of those that it takes. */
export class MethodNotAllowed extends Error {
  readonly allowed: readonly string[];

  constructor(allowed: readonly string[]) {
    super(`Takes ${allowed.join(', ')}.`);
    this.allowed = allowed;
  }
}

/** What would change something, sent by a page of another site. */
export class ForeignForm extends Error {}

/** A body that is no JSON and no file that the operation takes. */
export class MediaTypeNotAccepted extends Error {}

/** Input that its schema does not take, and in which part of the request it stood. */
export class UnreadableInput extends Error {
  readonly part: RequestPart;
  readonly issues: ZodError['issues'];

  constructor(part: RequestPart, { issues }: ZodError) {
    super(`The ${part} is not as its schema says.`);
    this.part = part;
    this.issues = issues;
  }
}

interface Asked {
  readonly language: Language;
  /** The one that the log has. */
  readonly reference: string;
  /** Whether it was to change something. */
  readonly changes: boolean;
}

/** What a fault says to who asked. */
export function problemOf(fault: unknown, { language, reference, changes }: Asked): Problem {
  if (fault instanceof Refusal) return refused(fault, language);
  if (fault instanceof UnreadableInput) return unreadable(fault.part, fault.issues, language);
  if (fault instanceof ZodError) return unreadable('body', fault.issues, language);
  const again = askAgain(fault, { changes });
  const code = again?.code ?? httpFault(fault);
  const { status, words } = HTTP_FAULTS[code];
  return {
    ...problem(code, words[language], status),
    ...(status >= 500 && { reference }),
    ...(again && { facts: { seconds: again.seconds } }),
  };
}

function refused(refusal: Refusal, language: Language): Problem {
  const { status, words: usual } = refusalWords(refusal.code);
  const words = refusedWholeWords(refusal) ?? usual;
  const { field, ...others } = refusal.detail;
  const facts = { ...(refusal instanceof EntryInUse && { by: usedByWords(refusal.by, language) }), ...others };
  const errors =
    refusal instanceof RefusedEntry
      ? eachOnce(refusal.faults.map(({ says, ...where }) => ({ in: 'body' as const, ...where, detail: inLanguage(says, language) })))
      : field !== undefined && [
          { in: 'body' as const, pointer: `#/${field}`, detail: inLanguage(refusedFieldWords(refusal) ?? words, language) },
        ];
  return {
    ...problem(refusal.code, inLanguage(words, language), status),
    ...(errors && { errors }),
    ...(Object.keys(facts).length > 0 && { facts }),
  };
}

function unreadable(part: RequestPart, issues: ZodError['issues'], language: Language): Problem {
  const { status, words } = refusalWords('input-invalid');
  const errors = issues.map((issue) => ({ in: part, pointer: pointerTo(issue.path), detail: fieldWords(issue, language) }));
  return { ...problem('input-invalid', words[language], status), errors: oneEach(errors) };
}

/** One entry a place: of what is too long and of the wrong signs too, the first word is enough. */
function oneEach(faults: readonly FieldFault[]): readonly FieldFault[] {
  const places = faults.map(placeOf);
  return faults.filter((fault, index) => places.indexOf(placeOf(fault)) === index);
}

/** What a rule finds at one place may be about several things, such as two fields of a text: each is an entry, and none is said twice. */
function eachOnce(faults: readonly FieldFault[]): readonly FieldFault[] {
  const said = faults.map((fault) => `${placeOf(fault)} ${fault.detail}`);
  return faults.filter((_fault, index) => said.indexOf(said[index] ?? '') === index);
}

function placeOf({ in: part, pointer, line, column }: FieldFault): string {
  return JSON.stringify([part, pointer, line, column]);
}

/** RFC 6901. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return ['#', ...path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}

function problem(code: Problem['code'], title: string, status: number): Problem {
  return { type: `urn:contremarque:${code}`, title, status, code };
}

function inLanguage(words: Wording, language: Language): string {
  return language === 'fr' ? typeset(words.fr) : words.en;
}

/** What Express' own parsers and the form guard throw carries its status. */
function httpFault(fault: unknown): keyof typeof HTTP_FAULTS {
  if (fault instanceof NotFound) return 'not-found';
  if (fault instanceof ForeignForm) return 'foreign-form';
  if (fault instanceof MethodNotAllowed) return 'method-not-allowed';
  if (fault instanceof MediaTypeNotAccepted) return 'media-type-not-accepted';
  // Express decodes the parameters of an address: what is no encoding of anything names nothing.
  if (fault instanceof URIError) return 'not-found';
  const status = fault instanceof Error && 'status' in fault ? fault.status : undefined;
  if (status === 403) return 'form-expired';
  if (status === 413) return 'body-too-big';
  if (status === 415) return 'media-type-not-accepted';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'request-unreadable' : 'fault';
}

/** What HTTP itself says no to, before any rule of ours is asked. */
const HTTP_FAULTS = {
  'not-found': { status: 404, words: { fr: 'Cette page n’existe pas.', en: 'This page does not exist.' } },
  'method-not-allowed': {
    status: 405,
    words: { fr: 'Cette adresse existe, mais pas pour cette opération.', en: 'This address exists, but not for this operation.' },
  },
  'form-expired': {
    status: 403,
    words: {
      fr: typeset('Cette page est restée ouverte trop longtemps : rechargez-la et recommencez.'),
      en: 'This page was left open for too long: reload it and try again.',
    },
  },
  'foreign-form': {
    status: 403,
    words: {
      fr: typeset('Cet envoi vient d’un autre site : ouvrez la page chez nous et recommencez.'),
      en: 'This was sent from another site: open the page on ours and try again.',
    },
  },
  'body-too-big': {
    status: 413,
    words: { fr: 'Ce qui a été envoyé est trop volumineux.', en: 'What was sent is too big.' },
  },
  'media-type-not-accepted': {
    status: 415,
    words: {
      fr: typeset('Ce type de contenu n’est pas lu ici : envoyez ce que décrit l’opération, en UTF-8.'),
      en: 'This type of content is not read here: send what the operation describes, in UTF-8.',
    },
  },
  'request-unreadable': {
    status: 400,
    words: { fr: 'Ce qui a été envoyé n’est pas lisible.', en: 'What was sent cannot be read.' },
  },
  busy: {
    status: 503,
    words: {
      fr: typeset('Beaucoup de monde en ce moment : rien n’a changé, recommencez.'),
      en: 'Many people at this moment: nothing has changed, try again.',
    },
  },
  unavailable: {
    status: 503,
    words: {
      fr: typeset('Une partie du site ne répond pas : rien n’a changé, réessayez un peu plus tard.'),
      en: 'A part of the site does not answer: nothing has changed, try again a little later.',
    },
  },
  'not-yet-heard': {
    status: 503,
    words: {
      fr: typeset(
        'La réponse n’est pas encore arrivée : la demande peut encore être exécutée. La même, sous la même clé, ne l’est qu’une fois.',
      ),
      en: 'The answer has not come yet: what was asked may still be obeyed. The same under the same key is obeyed once.',
    },
  },
  fault: { status: 500, words: { fr: 'Quelque chose n’a pas fonctionné', en: 'Something did not work' } },
} satisfies Record<string, { readonly status: number; readonly words: Wording }>;
