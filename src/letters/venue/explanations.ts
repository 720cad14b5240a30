import type { Language, Wording } from '../../domain/language';
import type { DecisionFacts, LetterFacts } from '../../ports/mail/letters';
import { earlierSentences, isReader, stillOpen } from '../wording/earlier';
import { ticketsLeaving } from '../wording/leaving';
import { sentence, statesPhrase } from '../wording/order-heads';
import { numbersOf, ofThePlaces, places } from '../wording/seats';
import { EXPLANATIONS } from './explanation-words';
import { seatsWritten } from './seats-asked';
import { tooLate } from './too-late';
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
  const gone = verdict === 'already-decided' ? goneSince(facts) : undefined;
  if (gone) return gone;
  const known = Object.entries(EXPLANATIONS).find(([name]) => name === verdict)?.[1] ?? EXPLANATIONS['not-applied'];
  const why = OWN_WORDS[verdict]?.(facts);
  const said = why ?? atDesk(known.forms, facts) ?? withSeats(known.why[facts.language], facts);
  return { ...known, why: [said, ...(verdict === 'already-decided' ? [] : stillStands(facts))].join(' ') };
}

/** Of what only the facts of the order tell; else the words of the verdict. */
const OWN_WORDS: Readonly<Record<string, (facts: LetterFacts) => string | undefined>> = {
  'already-decided': alreadyDecided,
  unseen: notSeen,
  'nothing-to-undo': tooLate,
};

/** Examples name seats that can be answered for. */
function withSeats(text: string, facts: LetterFacts): string {
  const { order } = facts;
  const numbers = order ? numbersOf(seatsWritten({ ...facts, order })) : [];
  return text
    .replaceAll('{first}', `${numbers[0] ?? 1}`)
    .replaceAll('{last}', `${numbers.at(-1) ?? 1}`)
    .replaceAll('{venue}', order?.venue.email ?? WORDS[facts.language].boxOffice);
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
  const tickets = ticketsLeaving(order, open.decisions);
  return [WORDS[language].stands(tickets, calendarFor(order, language).time(open.settlesAt))];
}

/** « Le justificatif de la place 3 ne se consulte qu’au guichet… » Those that were decided meanwhile are not named. */
function notSeen({ order, name, language }: LetterFacts): string | undefined {
  const { unseen = [] } = name.about;
  const open = numbersOf(order?.seats.filter((seat) => seat.proof === 'under-review' && unseen.includes(seat.no)) ?? []);
  return open.length === 0
    ? undefined
    : WORDS[language].unseen(open.length, language === 'fr' ? ofThePlaces(open) : places(open, language));
}

/** Nobody decided anything: the spectator took the file back, or has paid the full tariff. */
function goneSince(facts: LetterFacts): Explanation | undefined {
  const { order, name, language, mail } = facts;
  const { late = [] } = name.about;
  const seats = order?.seats.filter(({ no }) => late.includes(no)) ?? [];
  const how = (['withdrawn', 'settled'] as const).find((one) => seats.every(({ proof }) => proof === GONE_AS[one]));
  if (seats.length === 0 || how === undefined || earlierSentences(facts, mail?.receivedAt).length > 0) return undefined;
  const numbers = numbersOf(seats);
  const why = WORDS[language][how](numbers.length, language === 'fr' ? ofThePlaces(numbers) : places(numbers, language));
  return { ...EXPLANATIONS[how], why };
}

const GONE_AS = { withdrawn: 'awaiting-proof', settled: 'upgraded' } as const;

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
  const until = open?.settlesAt === undefined ? [] : [untilWhen(open, facts, calendarFor(order, language).time(open.settlesAt))];
  return [...told, words.nothing, ...until].join(' ');
}

function untilWhen(open: DecisionFacts, facts: LetterFacts, time: string): string {
  const words = WORDS[facts.language];
  return isReader(open, facts) ? words.untilYou(time) : words.until(open.byName, time);
}

const fr = {
  boxOffice: 'la billetterie',
  withdrawn: (count: number, seats: string) =>
    `${count > 1 ? `Les justificatifs ${seats} ont été retirés` : `Le justificatif ${seats} a été retiré`} : il n’y a rien à accepter ni à refuser. Votre réponse n’a rien changé ; nous vous écrirons s’il en vient ${count > 1 ? 'd’autres' : 'un autre'}.`,
  settled: (count: number, seats: string) =>
    `La différence ${seats} a été réglée : ${count > 1 ? 'leurs justificatifs ne sont' : 'son justificatif n’est'} plus à vérifier. Votre réponse n’a rien changé.`,
  unseen: (count: number, seats: string) =>
    count > 1
      ? `Les justificatifs ${seats} n’étaient pas dans notre message : ils se consultent au guichet. Rien n’a changé. Ouvrez-les, puis répondez-y.`
      : `Le justificatif ${seats} n’était pas dans notre message : il se consulte au guichet. Rien n’a changé. Ouvrez-le, puis répondez-y.`,
  atDesk: 'Rien n’a changé. Ce qui attend encore une décision se consulte et se décide au guichet.',
  stands: (tickets: number, time: string) =>
    `Votre réponse précédente tient toujours : ${tickets > 1 ? 'les billets partent' : tickets > 0 ? 'le billet part' : 'notre réponse part'} à ${time}. Répondez ANNULER avant cette heure pour revenir dessus.`,
  nothing: 'Votre réponse n’a rien changé.',
  untilYou: (time: string) => `Jusqu’à ${time}, vous pouvez encore répondre ANNULER.`,
  until: (name: string, time: string) => `Jusqu’à ${time}, ${name} peut encore répondre ANNULER, et le guichet aussi peut revenir dessus.`,
};
const en: typeof fr = {
  boxOffice: 'the box office',
  withdrawn: (count, seats) =>
    `${count > 1 ? `The proofs of ${seats} were` : `The proof of ${seats} was`} withdrawn: there is nothing to accept or refuse. Your answer has changed nothing; we shall write to you if ${count > 1 ? 'others come' : 'another one comes'}.`,
  settled: (count, seats) =>
    `The difference of ${seats} was paid: ${count > 1 ? 'their proofs need' : 'its proof needs'} no checking any more. Your answer has changed nothing.`,
  unseen: (count, seats) =>
    count > 1
      ? `The proofs of ${seats} were not in our message: they are shown at the desk. Nothing has changed. Open them, then answer there.`
      : `The proof of ${seats} was not in our message: it is shown at the desk. Nothing has changed. Open it, then answer there.`,
  atDesk: 'Nothing has changed. What still waits for a decision is shown and decided at the desk.',
  stands: (tickets, time) =>
    `Your earlier answer still stands: ${tickets > 1 ? 'the tickets leave' : tickets > 0 ? 'the ticket leaves' : 'our answer leaves'} at ${time}. Answer CANCEL before that time to take it back.`,
  nothing: 'Your answer has changed nothing.',
  untilYou: (time) => `Until ${time}, you can still answer CANCEL.`,
  until: (name, time) => `Until ${time}, ${name} can still answer CANCEL, and the desk can take it back too.`,
};
const WORDS: Record<Language, typeof fr> = { fr, en };
