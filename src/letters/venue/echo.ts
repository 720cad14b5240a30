import type { Door } from '../../domain/decision/decision';
import type { Language } from '../../domain/language';
import { capital } from '../../domain/first-letter';
import type { DecisionFacts } from '../../ports/mail/letters';
import type { Block, Draft } from '../letter';
import { bold, paragraph, quiet, rich, sentences } from '../letter';
import { passage } from '../passage';
import { decisionsPhrase } from '../wording/decisions';
import { earlierSentences } from '../wording/earlier';
import { ticketsLeaving } from '../wording/leaving';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { numbersOf, places, thePlaces } from '../wording/seats';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { REFUSED, toReviewer } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    mots: { means: { fr: 'les mots écrits au spectateur', en: 'the words written to the spectator' }, block: true, required: true },
    dossier: PARTS.file,
    auteur: { means: { fr: 'qui a répondu, par où et quand', en: 'who answered, by which door and when' }, block: true, required: true },
    bouton: PARTS.button,
  },
  text: {
    fr: '{annonce}\n\n{mots}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
    en: '{annonce}\n\n{mots}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
  },
} as const satisfies TextSheet;

/** What was understood, and until when it can be taken back. */
export const echo: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: toReviewer({ about: { command: 'apercu', review: 1 }, decision: REFUSED }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, decision } = facts;
  const words = WORDS[language];
  if (!decision) throw new TypeError('An echo has no decision to tell.');
  const { name, after } = customerAndOrder(order, language);
  const understood = decisionsPhrase(decision.decisions, language);
  const calendar = calendarFor(order, language);
  return {
    subject: subjectLine(words.need, name, after),
    blocks: [
      { kind: 'title', text: `${words.understood} ${understood}` },
      ...passage(BODY, facts, {
        annonce: sentences(
          leaves(facts, decision),
          ...(isOpen(decision) ? [links.answerable ? [bold(words.undo)] : words.undoAtDesk] : []),
        ),
        mots: [...saidWords(decision, language), ...tooLate(facts, decision), ...stillUnseen(facts), ...stillWaiting(facts, decision)],
        dossier: [orderLines(order, language)],
        auteur: [quiet(words.who(decision.byName, words.doors[decision.door], calendar.time(decision.at)))],
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.desk() } }],
      }),
    ],
    foot: staffFoot(facts, ...(decision.decisions.some(({ kind }) => kind === 'approve') ? [words.attestation] : [])),
  };
}

function isOpen({ at, settlesAt }: DecisionFacts): boolean {
  return settlesAt !== undefined && settlesAt > at;
}

function leaves({ order, language }: OrderFacts, decision: DecisionFacts): string {
  const words = WORDS[language];
  const tickets = ticketsLeaving(order, decision.decisions);
  if (!isOpen(decision)) return tickets > 0 ? words.ticketsLeft(tickets > 1) : words.answerLeft;
  const time = calendarFor(order, language).time(decision.settlesAt ?? decision.at);
  return tickets > 0 ? words.ticketsLeave(tickets > 1, time) : words.answerLeaves(time);
}

/** Seats of the same answer that somebody else had decided before: they stay as they were. */
function tooLate(facts: OrderFacts, decision: DecisionFacts): readonly Block[] {
  const told = earlierSentences(facts, decision.at);
  return told.length > 0 ? [paragraph(sentences(...told, WORDS[facts.language].stays))] : [];
}

/** Seats that the same answer spoke of, whose proofs only the desk shows: they were not decided unseen. */
function stillUnseen({ name, language }: OrderFacts): readonly Block[] {
  const { unseen = [] } = name.about;
  return unseen.length > 0 ? [paragraph(WORDS[language].unseen(capital(thePlaces(unseen, language)), unseen.length > 1))] : [];
}

/** Seats that the answer left out: nobody should think that all is done. */
function stillWaiting({ order, name, language }: OrderFacts, { decisions }: DecisionFacts): readonly Block[] {
  const told = [...decisions.map(({ seat }) => seat), ...(name.about.unseen ?? [])];
  const waiting = numbersOf(order.seats.filter(({ no, proof }) => proof === 'under-review' && !told.includes(no)));
  if (waiting.length === 0) return [];
  return [paragraph(WORDS[language].waits(capital(thePlaces(waiting, language)), waiting.length > 1))];
}

/** What the spectator will read of the reviewer's own words. */
function saidWords({ decisions }: DecisionFacts, language: Language): readonly Block[] {
  const lines = decisions.flatMap(({ seat, note }) =>
    note ? [rich`${bold(places([seat], language))}${WORDS[language].colon} ${note}`] : [],
  );
  return lines.length > 0 ? [paragraph(WORDS[language].words), { kind: 'quote', tone: 'calm', lines }] : [];
}

const fr = {
  need: 'Compris : ',
  understood: 'Compris :',
  ticketsLeave: (several: boolean, time: string) => `${several ? 'Les billets partent' : 'Le billet part'} à ${time}.`,
  answerLeaves: (time: string) => `Notre réponse part à ${time}.`,
  ticketsLeft: (several: boolean) => `${several ? 'Les billets partent' : 'Le billet part'} aussitôt.`,
  answerLeft: 'Notre réponse part aussitôt.',
  undo: 'Répondez ANNULER avant cette heure pour revenir dessus.',
  undoAtDesk: 'Avant cette heure, on peut revenir dessus au guichet.',
  words: 'Avec ces mots pour le spectateur :',
  colon: ' :',
  unseen: (seats: string, several: boolean) =>
    several
      ? `${seats} attendent encore : leurs justificatifs ne se consultent qu’au guichet. Ouvrez-les, puis répondez.`
      : `${seats} attend encore : son justificatif ne se consulte qu’au guichet. Ouvrez-le, puis répondez.`,
  waits: (seats: string, several: boolean) => `${seats} ${several ? 'attendent' : 'attend'} encore une réponse.`,
  stays: 'Votre réponse n’y a rien changé.',
  who: (name: string, door: string, time: string) => `Répondu par ${name}, ${door}, à ${time}.`,
  doors: {
    mail: 'par e-mail',
    desk: 'au guichet',
    api: 'par un programme',
    'customer-area': 'depuis son espace',
    system: 'à l’échéance',
  } satisfies Record<Door, string>,
  desk: 'Ouvrir au guichet',
  attestation:
    'En acceptant, vous avez confirmé avoir vérifié le justificatif pour ce tarif et cette séance, et n’en garder aucune copie personnelle.',
};
const en: typeof fr = {
  need: 'Understood: ',
  understood: 'Understood:',
  ticketsLeave: (several, time) => `${several ? 'The tickets leave' : 'The ticket leaves'} at ${time}.`,
  answerLeaves: (time) => `Our answer leaves at ${time}.`,
  ticketsLeft: (several) => `${several ? 'The tickets leave' : 'The ticket leaves'} at once.`,
  answerLeft: 'Our answer leaves at once.',
  undo: 'Answer CANCEL before that time to take it back.',
  undoAtDesk: 'Before that time it can be taken back at the desk.',
  words: 'With these words for the spectator:',
  colon: ':',
  unseen: (seats, several) =>
    several
      ? `${seats} still wait: their proofs are shown at the desk only. Open them, then answer.`
      : `${seats} still waits: its proof is shown at the desk only. Open it, then answer.`,
  waits: (seats, several) => `${seats} still ${several ? 'wait' : 'waits'} for an answer.`,
  stays: 'Your answer has changed nothing there.',
  who: (name, door, time) => `Answered by ${name}, ${door}, at ${time}.`,
  doors: {
    mail: 'by e-mail',
    desk: 'at the desk',
    api: 'by a program',
    'customer-area': 'from their own pages',
    system: 'at the deadline',
  },
  desk: 'Open at the desk',
  attestation:
    'By accepting, you confirmed that you have checked the proof for this tariff and this performance, and keep no copy of your own.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
