import type { Unchecked } from '../../domain/check-in';
import type { AloneVerdict } from '../../domain/check-in-alone';
import type { Language } from '../../domain/language';
import type { CheckInAnswer } from '../../ports/tickets/check-ins';
import { typeset } from '../../wording/typography';

/** The news in two or three words, seen at two metres; its shape says the same as its colour. */
export function verdictTitle(language: Language, { verdict, typed }: Pick<CheckInAnswer, 'verdict' | 'typed'>): string {
  // A slip of the finger is not the spectator's.
  return verdict === 'unknown' && typed ? WORDS[language].unknownNumber : WORDS[language].titles[verdict];
}

interface Words {
  readonly titles: Readonly<Record<AloneVerdict, string>>;
  readonly unknownNumber: string;
  readonly typed: string;
  readonly settled: string;
  readonly compare: (uid: string, numbered: boolean) => string;
  readonly ask: (proofs: string) => string;
  readonly askAny: string;
  readonly otherwise: (amount: string) => string;
  readonly enteredAt: (moment: string, how: string) => string;
  /** How a device that was on its own let them in. */
  readonly offline: Readonly<Record<Unchecked | 'checked', string>>;
  /** What the server says otherwise of an entry that a device made on its own. */
  readonly lookInto: (title: string) => string;
  readonly letInAlone: (time: string) => string;
  readonly numbered: (number: string, uid: string) => string;
  readonly looked: string;
  readonly enteredJustNow: (seconds: number, how: string) => string;
  readonly cancelled: (uid: string) => string;
  readonly tooEarly: (performance: string, from: string) => string;
  readonly takenBack: string;
  readonly scanAgain: string;
  /** Its entry had the mark of another ticket’s. */
  readonly notHeard: string;
  readonly noSuchNumber: string;
  /** What a person must say before the ticket lets in. */
  readonly says: { readonly typed: string; readonly proofSeen: string; readonly both: string };
  readonly takeBack: string;
}

const fr: Words = {
  titles: {
    admitted: 'Entrée',
    'number-to-confirm': 'Comparez avec le billet',
    'proof-to-show': 'Justificatif à présenter',
    'already-used': 'Déjà entré',
    cancelled: 'Billet annulé',
    'other-performance': 'Autre représentation',
    'too-early': 'Trop tôt',
    'taken-back': 'Entrée reprise',
    unknown: 'Pas un billet de chez nous',
    'key-used-already': 'Scannez à nouveau',
    'not-on-the-list': 'Pas dans la liste',
    'not-checked': 'Code non vérifié',
  },
  unknownNumber: 'Numéro inconnu',
  typed: ', numéro tapé',
  settled: typeset('Différence réglée : plein tarif, rien à présenter.'),
  compare: (uid, numbered) =>
    typeset(`Un numéro, sans son code : ${numbered ? 'le nom et le fauteuil' : 'le nom, le tarif'} et ${uid} doivent être ceux du papier.`),
  ask: (proofs) => typeset(`Justificatif à demander : ${proofs}.`),
  askAny: 'Justificatif à voir avant d’entrer.',
  otherwise: (amount) => `Sans justificatif, ${amount} de différence à régler à la caisse.`,
  enteredAt: (moment, how) => `Entré le ${moment}${how}.`,
  enteredJustNow: (seconds, how) => `Entré il y a ${seconds}\u00a0${seconds > 1 ? 'secondes' : 'seconde'}${how}.`,
  offline: {
    checked: ' (hors ligne)',
    'proof-to-show': ' (hors ligne, justificatif non vu)',
    'number-to-confirm': ' (hors ligne, numéro non comparé)',
  },
  lookInto: (title) => typeset(`À vérifier : ${title}`),
  letInAlone: (time) => `Entré hors ligne à ${time}.`,
  numbered: (number, uid) => `N° ${number}, ${uid}`,
  looked: 'C’est vu',
  cancelled: (uid) => typeset(`Ce billet n’est plus valable : ${uid}. La caisse retrouvera la commande.`),
  tooEarly: (performance, from) => typeset(`Ce billet est pour le ${performance} : les entrées se contrôlent à partir de ${from}.`),
  takenBack: typeset('Cette entrée a été reprise : scannez le billet à nouveau.'),
  scanAgain: 'Scannez à nouveau, ou tapez l’un des deux numéros imprimés sous le code.',
  notHeard: typeset('Cette lecture n’a pas été comptée : montrez le billet encore une fois.'),
  noSuchNumber: typeset('Aucun billet ne porte ce numéro : relisez-le, ou scannez le code.'),
  says: {
    typed: 'C’est bien ce billet, faire entrer',
    proofSeen: 'Justificatif vu, faire entrer',
    both: 'C’est bien ce billet, justificatif vu, faire entrer',
  },
  takeBack: 'Reprendre cette entrée',
};

const en: Words = {
  titles: {
    admitted: 'Let in',
    'number-to-confirm': 'Compare with the ticket',
    'proof-to-show': 'Proof to be shown',
    'already-used': 'Already in',
    cancelled: 'Ticket cancelled',
    'other-performance': 'Another performance',
    'too-early': 'Too early',
    'taken-back': 'Entry taken back',
    unknown: 'Not one of our tickets',
    'key-used-already': 'Scan again',
    'not-on-the-list': 'Not on the list',
    'not-checked': 'Code not checked',
  },
  unknownNumber: 'Unknown number',
  typed: ', number typed',
  settled: 'Difference settled: full tariff, nothing to show.',
  compare: (uid, numbered) =>
    `A number, without its code: ${numbered ? 'the name, the seat' : 'the name, the tariff'} and ${uid} must be those on the paper.`,
  ask: (proofs) => `Proof to ask for: ${proofs}.`,
  askAny: 'Look at the proof before letting in.',
  otherwise: (amount) => `Otherwise ${amount} of difference, to pay at the box office.`,
  enteredAt: (moment, how) => `Came in on ${moment}${how}.`,
  enteredJustNow: (seconds, how) => `Came in ${seconds} ${seconds > 1 ? 'seconds' : 'second'} ago${how}.`,
  offline: {
    checked: ' (without a network)',
    'proof-to-show': ' (without a network, proof not seen)',
    'number-to-confirm': ' (without a network, number not compared)',
  },
  lookInto: (title) => `To look into: ${title}`,
  letInAlone: (time) => `Let in without a network at ${time}.`,
  numbered: (number, uid) => `No. ${number}, ${uid}`,
  looked: 'Seen to',
  cancelled: (uid) => `This ticket is no longer valid: ${uid}. The box office will find the order.`,
  tooEarly: (performance, from) => `This ticket is for ${performance}: entries are checked from ${from} on.`,
  takenBack: 'This entry was taken back: scan the ticket again.',
  scanAgain: 'Scan again, or type one of the two numbers printed under the code.',
  notHeard: 'This reading was not counted: show the ticket once more.',
  noSuchNumber: 'No ticket has this number: read it again, or scan the code.',
  says: {
    typed: 'This is the ticket, let in',
    proofSeen: 'Proof seen, let in',
    both: 'This is the ticket, proof seen, let in',
  },
  takeBack: 'Take this entry back',
};

/** How the door speaks to whoever stands there. */
export const WORDS: Readonly<Record<Language, Words>> = { fr, en };
