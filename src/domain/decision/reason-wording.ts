import type { Wording } from '../language';
import type { Choices } from '../order/choices';
import type { Reason } from './reason';

/** What the wording of a reason speaks of: each is filled in the reader's language. */
interface ReasonDetails {
  /** « carte d’étudiant ou certificat de scolarité » */
  readonly acceptedProofs: string;
  /** The day on which the right is judged, « 16 janvier 2027 ». */
  readonly refDate: string;
  /** The reviewer's own words. */
  readonly note?: string | undefined;
  /** « appelez le 02 61 91 40 20 ou répondez à ce message » */
  readonly contact: string;
  /** Only what can be had is promised; the choices themselves follow, each with its way. */
  readonly choices: Choices;
  readonly seats: number;
  readonly proofs: number;
}

type Phrase = (details: ReasonDetails) => string;

/** To the spectator (docs/domain.md 4.3): a document is refused, a person is never accused, a next step always follows. */
export const REASON_WORDINGS = {
  unreadable: {
    fr: () => 'Nous n’arrivons pas à lire votre document. Pourriez-vous en envoyer une image plus nette ?',
    en: () => 'We cannot read your document. Could you send a clearer picture?',
  },
  'wrong-type': {
    fr: ({ acceptedProofs }) => `Ce document ne correspond pas au tarif choisi. Nous acceptons : ${acceptedProofs}.`,
    en: ({ acceptedProofs }) => `This document does not match the tariff chosen. We accept: ${acceptedProofs}.`,
  },
  'expired-document': {
    fr: ({ refDate }) => `Ce document n’est plus valable au ${refDate}. En auriez-vous un plus récent ?`,
    en: ({ refDate }) => `This document is no longer valid on ${refDate}. Do you have a more recent one?`,
  },
  'date-missing': {
    fr: () => 'La date n’apparaît pas sur votre document. Pourriez-vous en envoyer une version où elle est visible ?',
    en: () => 'The date is not visible on your document. Could you send a version that shows it?',
  },
  'name-mismatch': {
    fr: () => 'Le nom indiqué n’est pas celui attendu pour cette place. Dites-nous pour qui elle est, ou envoyez un autre document.',
    en: () => 'The name is not the one we expected for this ticket. Tell us who it is for, or send another document.',
  },
  'missing-page': {
    fr: () => 'Il manque une page ou le verso. Pourriez-vous compléter votre envoi ?',
    en: () => 'A page or the back is missing. Could you complete your upload?',
  },
  'not-eligible': {
    fr: ({ choices }) =>
      offering(
        'Ce document n’ouvre pas droit à ce tarif.',
        'Vous pouvez',
        [choices.pay && 'régler la différence', choices.refund && 'demander à être remboursé'],
        ' ou ',
      ),
    en: ({ choices }) =>
      offering(
        'This document does not give access to this tariff.',
        'You can',
        [choices.pay && 'pay the difference', choices.refund && 'ask to be refunded'],
        ' or ',
      ),
  },
  insufficient: {
    fr: ({ note }) =>
      note
        ? `Il nous faudrait encore : ${stop(note)}`
        : 'Ce document ne nous permet pas de confirmer le tarif. Pourriez-vous en envoyer un autre, ou nous écrire ?',
    en: ({ note }) =>
      note
        ? `We still need: ${stop(note)}`
        : 'This document does not let us confirm the tariff. Could you send another one, or write to us?',
  },
  'duplicate-document': {
    fr: () => 'Ce document nous est déjà parvenu pour une autre personne. Pourriez-vous nous en envoyer un autre, ou nous écrire ?',
    en: () => 'We already received this document for another person. Could you send another one, or write to us?',
  },
  'suspected-forgery': {
    fr: ({ contact, choices }) =>
      `Nous ne pouvons pas valider ce document en ligne. ${asSentence(`${choices.door ? 'présentez l’original à l’accueil, ' : ''}${contact}`)}`,
    en: ({ contact, choices }) =>
      `We cannot accept this document online. ${asSentence(`${choices.door ? 'show the original at the door, ' : ''}${contact}`)}`,
  },
  'quantity-mismatch': {
    fr: ({ seats, proofs }) =>
      `Vous avez ${seats} ${seats > 1 ? 'places' : 'place'} à ce tarif et nous avons ${proofs} ${proofs > 1 ? 'justificatifs' : 'justificatif'}. Il en manque ${Math.max(seats - proofs, 1)}.`,
    en: ({ seats, proofs }) =>
      `You have ${seats} ${seats === 1 ? 'ticket' : 'tickets'} at this tariff and we have ${proofs} ${proofs === 1 ? 'proof' : 'proofs'}. ${Math.max(seats - proofs, 1)} still missing.`,
  },
  other: { fr: ({ note }) => asSentence(note ?? ''), en: ({ note }) => asSentence(note ?? '') },
} as const satisfies Record<Reason, { readonly fr: Phrase; readonly en: Phrase }>;

function offering(news: string, can: string, choices: readonly (string | false)[], or: string): string {
  const open = choices.filter((choice) => choice !== false);
  return open.length > 0 ? `${news} ${can} ${open.join(or)}.` : news;
}

/** To staff: the short name of a reason, as on the desk. */
export const REASON_NAMES = {
  unreadable: { fr: 'illisible', en: 'unreadable' },
  'wrong-type': { fr: 'mauvais document', en: 'wrong document' },
  'expired-document': { fr: 'périmé', en: 'expired' },
  'date-missing': { fr: 'date absente', en: 'date missing' },
  'name-mismatch': { fr: 'autre nom', en: 'another name' },
  'missing-page': { fr: 'page ou verso manquant', en: 'page or back missing' },
  'not-eligible': { fr: 'tarif non ouvert', en: 'not eligible' },
  insufficient: { fr: 'incomplet', en: 'incomplete' },
  'duplicate-document': { fr: 'déjà reçu pour un autre', en: 'already received for another' },
  'suspected-forgery': { fr: 'doute sur l’original', en: 'doubt about the original' },
  'quantity-mismatch': { fr: 'pas assez de justificatifs', en: 'too few proofs' },
  other: { fr: 'autre motif', en: 'another reason' },
} as const satisfies Record<Reason, Wording>;

/** To staff: a refusal by mail may say no reason (« NON 2 »), and is told as it was said. */
export function reasonName({ reason, note }: { readonly reason: Reason; readonly note?: string | undefined }): Wording {
  return reason === 'insufficient' && !note ? NONE_SAID : REASON_NAMES[reason];
}

const NONE_SAID: Wording = { fr: 'sans précision', en: 'no reason said' };

/** The reviewer's words stand inside `insufficient` and are all of `other`; elsewhere they follow the wording. */
function quotesTheNote(reason: Reason): boolean {
  return reason === 'insufficient' || reason === 'other';
}

/** The reviewer's words, below the wording of the reason; where the wording quotes them they are not said twice. */
export function ownWords(reason: Reason, note: string | undefined): string | undefined {
  return quotesTheNote(reason) ? undefined : asSentence(note ?? '') || undefined;
}

/** What a reply by mail says beyond its reason: « périmé » only names it, and is no message to the spectator. */
export function wordsBeyond(reason: Reason, words: string | undefined): string | undefined {
  const told = (words ?? '').trim();
  return quotesTheNote(reason) || told.split(/\s+/).length >= TELLING ? words : undefined;
}

const TELLING = 4;

/** People type « le verso »; a letter says « Le verso. » */
export function asSentence(text: string): string {
  const told = text.trim();
  return stop(told.charAt(0).toUpperCase() + told.slice(1));
}

function stop(text: string): string {
  return text === '' || /[.?!…]$/.test(text) ? text : `${text}.`;
}
