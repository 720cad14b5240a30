import type { Language, Wording } from '../../domain/language';
import type { DecisionFacts, LetterFacts } from '../../ports/mail/letters';
import { earlierSentences, isReader, stillOpen } from '../wording/earlier';
import { sentence, statesPhrase } from '../wording/order-heads';
import { numbersOf, ofThePlaces, places } from '../wording/seats';
import { seatsWritten } from './seats-asked';
import { calendarFor } from '../wording/show';

/** Why a mail changed nothing, as its sender is told. */
export interface Explanation {
  readonly need: Wording;
  readonly title: Wording;
  readonly why: string;
  /** Whether writing again, in one of the five forms, would help. */
  readonly forms: boolean;
}

export function explanation(facts: LetterFacts, verdict: string): Explanation {
  const known = Object.entries(EXPLANATIONS).find(([name]) => name === verdict)?.[1] ?? EXPLANATIONS['not-applied'];
  const why = verdict === 'already-decided' ? alreadyDecided(facts) : verdict === 'unseen' ? notSeen(facts) : undefined;
  const said = why ?? atDesk(known.forms, facts) ?? withSeats(known.why[facts.language], facts);
  return { ...known, why: [said, ...(verdict === 'already-decided' ? [] : stillStands(facts))].join(' ') };
}

/** Examples name seats that can be answered for. */
function withSeats(text: string, facts: LetterFacts): string {
  const { order } = facts;
  const numbers = order ? numbersOf(seatsWritten({ ...facts, order })) : [];
  return text.replaceAll('{first}', `${numbers[0] ?? 1}`).replaceAll('{last}', `${numbers.at(-1) ?? 1}`);
}

/** Where no seat can be decided in writing, no form helps. */
function atDesk(forms: boolean, facts: LetterFacts): string | undefined {
  const { order, language } = facts;
  return forms && order && seatsWritten({ ...facts, order }).length === 0 ? WORDS[language].atDesk : undefined;
}

/** Whoever writes again, and is not understood, may want to take back what they answered before: the time for it runs. */
function stillStands(facts: LetterFacts): readonly string[] {
  const { order, mail, language } = facts;
  const open = mail?.receivedAt === undefined ? undefined : stillOpen(facts, mail.receivedAt);
  if (!order || open?.settlesAt === undefined || !isReader(open, facts)) return [];
  const tickets = open.decisions.some(({ kind }) => kind === 'approve' || kind === 'check-at-door');
  return [WORDS[language].stands(tickets, calendarFor(order, language).clock(open.settlesAt))];
}

/** « Le justificatif de la place 3 ne se consulte qu’au guichet… » Those that were decided meanwhile are not named. */
function notSeen({ order, name, language }: LetterFacts): string | undefined {
  const { unseen = [] } = name.about;
  const open = numbersOf(order?.seats.filter((seat) => seat.proof === 'under-review' && unseen.includes(seat.no)) ?? []);
  return open.length === 0
    ? undefined
    : WORDS[language].unseen(open.length, language === 'fr' ? ofThePlaces(open) : places(open, language));
}

/** « Karim Benali a déjà répondu pour la place 4, à 17 h 12 : acceptée. » Where no answer decided it, how the seats stand. */
function alreadyDecided(facts: LetterFacts): string | undefined {
  const { order, language, mail } = facts;
  if (!order) return undefined;
  const words = WORDS[language];
  const told = earlierSentences(facts, mail?.receivedAt);
  if (told.length === 0) {
    const seats = order.seats.filter((seat) => seat.tariff.needsProof);
    return `${sentence(statesPhrase(seats, language))} ${words.nothing}`;
  }
  const open = mail?.receivedAt === undefined ? undefined : stillOpen(facts, mail.receivedAt);
  const until = open?.settlesAt === undefined ? [] : [untilWhen(open, facts, calendarFor(order, language).clock(open.settlesAt))];
  return [...told, words.nothing, ...until].join(' ');
}

function untilWhen(open: DecisionFacts, facts: LetterFacts, time: string): string {
  const words = WORDS[facts.language];
  return isReader(open, facts) ? words.untilYou(time) : words.until(open.byName, time);
}

const fr = {
  unseen: (count: number, seats: string) =>
    count > 1
      ? `Les justificatifs ${seats} n’étaient pas dans notre message : ils se consultent au guichet. Rien n’a changé. Ouvrez-les, puis répondez-y.`
      : `Le justificatif ${seats} n’était pas dans notre message : il se consulte au guichet. Rien n’a changé. Ouvrez-le, puis répondez-y.`,
  atDesk: 'Rien n’a changé. Ce qui attend encore une décision se consulte et se décide au guichet.',
  stands: (tickets: boolean, time: string) =>
    `Votre réponse précédente tient toujours : ${tickets ? 'les billets partent' : 'notre réponse part'} à ${time}. Répondez ANNULER avant cette heure pour revenir dessus.`,
  nothing: 'Votre réponse n’a rien changé.',
  untilYou: (time: string) => `Jusqu’à ${time}, vous pouvez encore répondre ANNULER.`,
  until: (name: string, time: string) => `Jusqu’à ${time}, ${name} peut encore répondre ANNULER, et le guichet aussi peut revenir dessus.`,
};
const en: typeof fr = {
  unseen: (count, seats) =>
    count > 1
      ? `The proofs of ${seats} were not in our message: they are shown at the desk. Nothing has changed. Open them, then answer there.`
      : `The proof of ${seats} was not in our message: it is shown at the desk. Nothing has changed. Open it, then answer there.`,
  atDesk: 'Nothing has changed. What still waits for a decision is shown and decided at the desk.',
  stands: (tickets, time) =>
    `Your earlier answer still stands: ${tickets ? 'the tickets leave' : 'our answer leaves'} at ${time}. Answer CANCEL before that time to take it back.`,
  nothing: 'Your answer has changed nothing.',
  untilYou: (time) => `Until ${time}, you can still answer CANCEL.`,
  until: (name, time) => `Until ${time}, ${name} can still answer CANCEL, and the desk can take it back too.`,
};
const WORDS: Record<Language, typeof fr> = { fr, en };

const UNREAD = {
  need: { fr: 'Réponse à récrire', en: 'Answer to write again' },
  title: { fr: 'Nous n’avons pas su lire votre réponse', en: 'We could not read your answer' },
  why: {
    fr: 'Rien n’a changé. Écrivez par exemple OUI, NON {first} illisible, PLUS {last} le verso ou PORTE {first}.',
    en: 'Nothing has changed. Write for instance YES, NO {first} unreadable, MORE {last} the back or DOOR {first}.',
  },
  forms: true,
} as const;

/** By verdict of the inbox (inbound mail, « Verdicts and answers »). */
export const EXPLANATIONS = {
  unclear: UNREAD,
  empty: {
    ...UNREAD,
    title: { fr: 'Votre réponse nous est arrivée vide', en: 'Your answer reached us empty' },
    why: {
      fr: 'Rien n’a changé. Écrivez votre décision au-dessus du texte cité.',
      en: 'Nothing has changed. Write your decision above the quoted text.',
    },
  },
  'cannot-see': {
    need: { fr: 'Justificatifs à voir au guichet', en: 'Proofs to see at the desk' },
    title: { fr: 'Les justificatifs se voient aussi au guichet', en: 'The proofs can also be seen at the desk' },
    why: {
      fr: 'Vous nous dites que vous n’arrivez pas à les voir. Rien n’a changé : ouvrez-les au guichet, où ils s’affichent sans rien installer, ou laissez un collègue répondre.',
      en: 'You tell us that you cannot see them. Nothing has changed: open them at the desk, where they show without installing anything, or let a colleague answer.',
    },
    forms: false,
  },
  forwarded: {
    need: { fr: 'Message transféré', en: 'Forwarded message' },
    title: { fr: 'Un message transféré ne décide rien', en: 'A forwarded message decides nothing' },
    why: {
      fr: 'Le vôtre nous est arrivé transféré (« TR : », « Fwd : »), ou avec un autre message en pièce jointe : nous ne savons pas à qui ses mots s’adressent. Rien n’a changé. Ouvrez notre message, choisissez « Répondre », et écrivez par exemple OUI, NON {first} illisible, PLUS {last} le verso ou PORTE {first}.',
      en: 'Yours reached us forwarded (“TR:”, “Fwd:”), or with another message attached: we cannot tell whom its words are for. Nothing has changed. Open our message, choose “Reply”, and write for instance YES, NO {first} unreadable, MORE {last} the back or DOOR {first}.',
    },
    forms: true,
  },
  enclosed: {
    need: { fr: 'Réponse chiffrée', en: 'Encrypted answer' },
    title: { fr: 'Nous ne savons pas ouvrir votre réponse', en: 'We cannot open your answer' },
    why: {
      fr: 'Votre messagerie l’a chiffrée, ou mise dans une enveloppe que seul votre logiciel ouvre (S/MIME, PGP ou winmail.dat). Rien n’a changé : répondez en texte simple, sans chiffrement, ou au guichet.',
      en: 'Your mail program encrypted it, or put it into an envelope that only your program opens (S/MIME, PGP or winmail.dat). Nothing has changed: answer in plain text, without encryption, or at the desk.',
    },
    forms: true,
  },
  contradictory: {
    ...UNREAD,
    title: { fr: 'Votre réponse dit deux choses à la fois', en: 'Your answer says two things at once' },
    why: {
      fr: 'Rien n’a changé. Donnez une seule décision par place.',
      en: 'Nothing has changed. Give one decision for each ticket.',
    },
  },
  'already-decided': {
    need: { fr: 'Déjà décidé', en: 'Already decided' },
    title: { fr: 'La décision était déjà prise', en: 'The decision had already been taken' },
    why: {
      fr: 'Une réponse était arrivée avant la vôtre, qui n’a rien changé.',
      en: 'An answer had come before yours, which has changed nothing.',
    },
    forms: false,
  },
  superseded: {
    need: { fr: 'Demande remplacée', en: 'Request replaced' },
    title: { fr: 'Un nouveau document est arrivé depuis', en: 'A new document has come since' },
    why: {
      fr: 'Le message auquel vous répondez parle d’un document qui a été remplacé. Votre réponse n’a rien changé : un message plus récent montre le nouveau.',
      en: 'The message that you answer is about a document that was replaced. Your answer has changed nothing: a newer message shows the new one.',
    },
    forms: false,
  },
  unseen: {
    need: { fr: 'À ouvrir au guichet', en: 'To open at the desk' },
    title: { fr: 'Ce justificatif se regarde au guichet', en: 'This proof is looked at at the desk' },
    why: {
      fr: 'Il n’était pas dans notre message. Votre réponse n’a rien changé : ouvrez-le au guichet, puis répondez-y.',
      en: 'It was not in our message. Your answer has changed nothing: open it at the desk, then answer there.',
    },
    forms: false,
  },
  'sender-mismatch': {
    need: { fr: 'Réponse d’une autre adresse', en: 'Answer from another address' },
    title: { fr: 'Cette adresse de réponse est à quelqu’un d’autre', en: 'This reply address is somebody else’s' },
    why: {
      fr: 'Chaque personne qui vérifie a la sienne. Votre réponse n’a rien changé : répondez depuis l’adresse qui a reçu le message, ou au guichet.',
      en: 'Each person who checks has their own. Your answer has changed nothing: answer from the address that received the message, or at the desk.',
    },
    forms: false,
  },
  'another-reviewer': {
    need: { fr: 'Réponse à la demande d’un collègue', en: 'Answer to a colleague’s request' },
    title: { fr: 'Cette demande était adressée à un collègue', en: 'This request was addressed to a colleague' },
    why: {
      fr: 'Votre réponse n’a rien changé. Vous avez reçu la même demande à votre adresse : répondez à celle-là, ou au guichet.',
      en: 'Your answer has changed nothing. You received the same request at your own address: answer that one, or at the desk.',
    },
    forms: false,
  },
  'unknown-token': {
    need: { fr: 'Réponse sans commande', en: 'Answer without an order' },
    title: { fr: 'Nous ne savons pas de quelle commande il s’agit', en: 'We cannot tell which order this is about' },
    why: {
      fr: 'L’adresse à laquelle vous avez écrit ne correspond à aucune demande. Répondez au message reçu, sans changer son destinataire, ou au guichet.',
      en: 'The address you wrote to belongs to no request. Answer the message you received, without changing its addressee, or at the desk.',
    },
    forms: false,
  },
  expired: {
    need: { fr: 'Réponse trop tardive', en: 'Answer too late' },
    title: { fr: 'Cette demande est close', en: 'This request is closed' },
    why: {
      fr: 'Le délai de cette demande est passé. Votre réponse n’a rien changé ; le guichet montre où en est la commande.',
      en: 'The time for this request is over. Your answer has changed nothing; the desk shows where the order stands.',
    },
    forms: false,
  },
  'nothing-to-undo': {
    need: { fr: 'Plus rien à annuler', en: 'Nothing left to take back' },
    title: { fr: 'Il est trop tard pour annuler', en: 'It is too late to take it back' },
    why: {
      fr: 'La décision a déjà pris effet et ce qui devait partir est parti. Votre réponse n’a rien changé.',
      en: 'The decision has taken effect and what had to leave has left. Your answer has changed nothing.',
    },
    forms: false,
  },
  'too-big': {
    need: { fr: 'Réponse trop lourde', en: 'Answer too big' },
    title: { fr: 'Votre message est trop lourd pour être lu', en: 'Your message is too big to be read' },
    why: {
      fr: 'Il dépasse 30 Mo. Rien n’a changé : répondez sans pièce jointe, ou au guichet.',
      en: 'It exceeds 30 MB. Nothing has changed: answer without an attachment, or at the desk.',
    },
    forms: true,
  },
  unreadable: UNREAD,
  'not-applied': {
    need: { fr: 'Réponse non appliquée', en: 'Answer not applied' },
    title: { fr: 'Votre réponse n’a rien changé', en: 'Your answer has changed nothing' },
    why: {
      fr: 'Ce que vous demandez n’est pas possible dans l’état de cette commande. Le guichet montre où elle en est.',
      en: 'What you ask is not possible as this order stands. The desk shows where it is.',
    },
    forms: false,
  },
} as const satisfies Record<string, { need: Wording; title: Wording; why: Wording; forms: boolean }>;
