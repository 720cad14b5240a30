import type { Language } from '../../domain/language';
import { waitsForTheSpectator } from '../../domain/order/can';
import type { OrderView, SeatView } from '../../domain/order-view';
import { filesInWords } from '../../domain/proof-rules';
import { capital } from '../../domain/first-letter';
import type { Block, Draft } from '../letter';
import { paragraph, quiet } from '../letter';
import { passage } from '../passage';
import { awaitsADocument, companionSentences } from '../wording/companions';
import { inLetters } from '../../wording/numbers';
import { inWhoseName, proofAsked } from '../wording/proofs';
import { seatsBlock } from '../wording/seat-rows';
import { numbersOf, thePlaces } from '../wording/seats';
import { calendarFor, showBlock } from '../wording/show';
import { silence } from '../wording/silence';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import { waysOn } from '../wording/ways-on';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    manque: { means: { fr: 'ce qui manque encore, et pour quelles places', en: 'what is still missing, and for which seats' } },
    échéance: PARTS.deadline,
    séance: PARTS.show,
    places: PARTS.seats,
    bouton: PARTS.button,
    solutions: PARTS.ways,
    suite: PARTS.next,
  },
  text: {
    fr: '{manque} Vous avez jusqu’au **{échéance}**.\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}',
    en: '{manque} You have until **{échéance}**.\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}',
  },
} as const satisfies TextSheet;

/** What still waits for the spectator, until when, and what happens otherwise. */
export const reminder: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: () => ({ about: { count: 1 } }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const waiting = order.seats.filter(waitsForTheSpectator);
  const uploads = waiting.filter((seat) => awaitsADocument(order, seat));
  const refused = waiting.filter((seat) => seat.proof === 'refused-final');
  const lost = waiting.length - uploads.length;
  const owed = uploads.length === 0 && lost > 0;
  const count = owed ? lost : Math.max(uploads.length, 1);
  const calendar = calendarFor(order, language);
  const deadline = order.deadlineAt ?? order.performance.startsAt;
  const ways = waysOn(order, waiting, { language, links });
  const missing = [
    ...(owed ? [] : [words.missing(capital(inLetters(count, language)), count, thePlaces(numbersOf(uploads), language))]),
    ...(refused.length > 0 ? [words.refused(thePlaces(numbersOf(refused), language))] : []),
  ];
  // Under the seats, not in the first sentences: mail programs show those beside the subject.
  const companions = companionSentences(order, waiting, language);
  return {
    subject: subjectLine('', order.performance.showTitle, (owed ? words.choice : words.need)(count, calendar.day(deadline))),
    blocks: [
      { kind: 'title', text: (owed ? words.refusedTitle : words.title)(count, inLetters(count, language)) },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(BODY, facts, {
        manque: missing.length > 0 ? missing.join(' ') : words.left(capital(thePlaces(numbersOf(waiting), language)), lost > 1),
        échéance: calendar.weekdayMoment(deadline),
        séance: [showBlock(order, language)],
        places: [
          seatsBlock(waiting, language, { more: (seat) => (uploads.includes(seat) ? [proofAsked(seat, language)] : []) }),
          ...(companions.length > 0 ? [paragraph(companions.join(' '))] : []),
        ],
        bouton:
          uploads.length > 0
            ? upload(words.deposit(uploads.length), { href: links.customer({ for: 'proofs' }), how: howToSend(order, uploads, language) })
            : [],
        solutions: ways ? [{ kind: 'heading', text: owed ? words.whatNow : words.otherwise }, ways] : [],
        suite: [paragraph(silence(order, waiting, language))],
      }),
      signOff(words.closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}

function upload(label: string, { href, how }: { readonly href: string; readonly how: string }): readonly Block[] {
  return [{ kind: 'button', link: { label, href } }, quiet(how)];
}

function howToSend({ venue }: OrderView, seats: readonly SeatView[], language: Language): string {
  return `${filesInWords(venue.proofRules, language)}, ${inWhoseName(seats, language)}. ${WORDS[language].photo}`;
}

const fr = {
  need: (count: number, day: string) => ` : ${count > 1 ? 'vos justificatifs' : 'votre justificatif'} avant le ${day}`,
  choice: (count: number, day: string) => ` : ${count > 1 ? 'des places restent' : 'une place reste'} à régler avant le ${day}`,
  refusedTitle: (count: number, number: string): string =>
    count > 1 ? `Il reste ${number} places à régler` : 'Il reste une place à régler',
  left: (seats: string, several: boolean) => `${seats} ${several ? 'restent' : 'reste'} à régler.`,
  refused: (seats: string) => `Le tarif réduit est refusé pour ${seats}, et aucun autre envoi n’est possible.`,
  title: (count: number, number: string): string =>
    count > 1 ? `Il nous manque ${number} justificatifs` : 'Il nous manque un justificatif',
  missing: (number: string, count: number, seats: string): string =>
    count > 1 ? `${number} justificatifs nous manquent encore, pour ${seats}.` : `Un justificatif nous manque encore, pour ${seats}.`,
  deposit: (count: number): string => (count > 1 ? 'Déposer mes justificatifs' : 'Déposer mon justificatif'),
  photo: 'À plat, les quatre coins visibles, sans reflet. Le nom et la date doivent se lire.',
  otherwise: 'Vous n’en avez pas ?',
  whatNow: 'Ce que vous pouvez faire',
  closing: 'À bientôt',
};
const en: typeof fr = {
  need: (count, day) => `: your ${count > 1 ? 'proofs' : 'proof'} before ${day}`,
  choice: (count, day) => `: ${count > 1 ? 'tickets' : 'a ticket'} to be settled before ${day}`,
  refusedTitle: (count, number) => (count > 1 ? `${capital(number)} tickets are still to be settled` : 'One ticket is still to be settled'),
  left: (seats, several) => `${seats} ${several ? 'are' : 'is'} still to be settled.`,
  refused: (seats) => `The reduced tariff is refused for ${seats}, and no other proof can be sent.`,
  title: (count, number) => (count > 1 ? `We still need ${number} proofs` : 'We still need one proof'),
  missing: (number, count, seats) => `${number} ${count > 1 ? 'proofs are' : 'proof is'} still missing, for ${seats}.`,
  deposit: (count) => (count > 1 ? 'Send my proofs' : 'Send my proof'),
  photo: 'Lay it flat, all four corners visible, no reflection. The name and the date must be legible.',
  otherwise: 'You have none?',
  whatNow: 'What you can do',
  closing: 'See you soon',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
