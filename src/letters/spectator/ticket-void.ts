import type { SeatNo } from '../../domain/decision/decision';
import { capital } from '../../domain/first-letter';
import type { Language } from '../../domain/language';
import { can, waitsForTheSpectator } from '../../domain/order/can';
import { givenUp, isGivenUp } from '../../domain/order/given-up';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { Block, Draft } from '../letter';
import { bold, paragraph, rich, sentences } from '../letter';
import { passage } from '../passage';
import { awaitsADocument, companionSentences, isBeingChecked } from '../wording/companions';
import { numbersOf, ofThePlaces, places, seatsNumbered, thePlaces } from '../wording/seats';
import { seatsBlock } from '../wording/seat-rows';
import { showBlock } from '../wording/show';
import { silence } from '../wording/silence';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import { waysOn } from '../wording/ways-on';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import { inventedOrder } from '../preview/invented-order';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import { QUESTION } from '../wording/question';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    séance: PARTS.show,
    places: PARTS.seats,
    bouton: PARTS.button,
    solutions: PARTS.ways,
    suite: PARTS.next,
  },
  text: {
    fr: `{annonce}\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n${QUESTION.fr}`,
    en: `{annonce}\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n${QUESTION.en}`,
  },
} as const satisfies TextSheet;

/**
 * The difference was given back at the counter: the ticket that had left for it is good no more, and its seat is what it was before. Or a
 * ticket was cancelled while the letter with it was on its way: why, another letter tells.
 */
export const ticketVoid: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: (venue, language) => ({ order: inventedOrder(venue, language), about: { seats: [3] } }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const seats = seatsNumbered(order, facts.name.about.seats ?? []);
  const numbers = numbersOf(seats);
  const open = seats.filter((seat) => awaitsADocument(order, seat) && can('depositProof', seat));
  const ways = waysOn(order, seats, { language, links });
  const upload = links.customer({ for: 'proofs', seat: open.length === 1 ? open[0]?.no : undefined });
  return {
    subject: subjectLine('', order.performance.showTitle, words.need(numbers)),
    blocks: [
      { kind: 'title', text: words.title(seats.length) },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(BODY, facts, {
        annonce: newsOf(facts, seats),
        séance: [showBlock(order, language)],
        places: [seatsBlock(seats, language)],
        bouton: open.length > 0 ? [{ kind: 'button', link: { label: words.deposit, href: upload } }] : [],
        solutions: ways ? [{ kind: 'heading', text: open.length > 0 ? words.otherwise : words.whatNow }, ways] : [],
        suite: whatFollows(order, seats, language),
      }),
      signOff(words.closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}

function newsOf({ order, language, decision }: OrderFacts, seats: readonly SeatView[]): ReturnType<typeof rich> {
  const words = WORDS[language];
  const count = seats.length;
  const which = thePlaces(numbersOf(seats), language);
  const tell = (why: string, isVoid: string) => rich`${why} ${bold(isVoid)} ${words.throwAway(count)}`;
  if (isGivenUp(order)) return tell(words.cancelled, words.void(count));
  if (seats.every((seat) => givenUp(seat) !== undefined)) return tell(words.seatsCancelled(which, count), words.void(count));
  return tell(decision ? words.refused(which) : words.back(which), words.voidOf(count));
}

function whatFollows(order: OrderView, seats: readonly SeatView[], language: Language): readonly Block[] {
  const words = WORDS[language];
  const stands = (...states: readonly SeatView['proof'][]) => seats.some(({ proof }) => states.includes(proof));
  const waiting = seats.filter(waitsForTheSpectator);
  const said = [
    ...companionSentences(order, seats, language),
    ...(seats.some((seat) => isBeingChecked(order, seat)) ? [words.review] : []),
    ...(stands('check-at-door') ? [words.door] : []),
    ...(stands('expired') ? [words.expired] : []),
    ...(seats.some(({ proof, delivery }) => proof !== 'check-at-door' && isOut(delivery)) ? [words.another] : []),
    ...(waiting.length > 0 && !stands('expired') ? [silence(order, waiting, language)] : []),
  ];
  return said.length > 0 ? [paragraph(sentences(...said))] : [];
}

/** Another ticket, in place of the one that is good no more. */
function isOut(delivery: SeatView['delivery']): boolean {
  return delivery === 'ready' || delivery === 'sent';
}

const fr = {
  need: (seats: readonly SeatNo[]): string =>
    seats.length > 1
      ? ` : les billets ${ofThePlaces(seats)} ne sont plus valables`
      : ` : le billet ${ofThePlaces(seats)} n’est plus valable`,
  title: (count: number): string => (count > 1 ? 'Des billets ne sont plus valables' : 'Un billet n’est plus valable'),
  cancelled: 'Votre commande est annulée : un autre message vous le dit.',
  seatsCancelled: (seats: string, count: number): string => `${capital(seats)} ${count > 1 ? 'sont annulées' : 'est annulée'}.`,
  refused: (seats: string) => `Le tarif réduit est refusé pour ${seats} : un autre message vous dit pourquoi.`,
  back: (seats: string) => `La différence avec le plein tarif vous a été rendue pour ${seats}.`,
  voidOf: (count: number): string =>
    count > 1 ? 'Les billets envoyés pour ces places ne sont plus valables.' : 'Le billet envoyé pour cette place n’est plus valable.',
  void: (count: number): string => (count > 1 ? 'Les billets envoyés ne sont plus valables.' : 'Le billet envoyé n’est plus valable.'),
  throwAway: (count: number): string => (count > 1 ? 'Jetez-les : ils n’ouvrent plus la porte.' : 'Jetez-le : il n’ouvre plus la porte.'),
  deposit: 'Déposer mon justificatif',
  otherwise: 'Vous n’en avez pas ?',
  whatNow: 'Ce que vous pouvez faire',
  review: 'Votre justificatif est en cours de vérification.',
  door: 'Un autre billet vous parvient dans un autre message : le justificatif vous sera demandé à l’entrée.',
  another: 'Un autre billet vous parvient dans un autre message.',
  expired: 'Sans nouvelles de vous, un autre billet partira et le justificatif vous sera demandé à l’entrée.',
  closing: 'À bientôt',
};
const en: typeof fr = {
  need: (seats) => `: ${places(seats, 'en')} ${seats.length > 1 ? 'are' : 'is'} no longer valid`,
  title: (count) => (count > 1 ? 'Tickets are no longer valid' : 'A ticket is no longer valid'),
  cancelled: 'Your order is cancelled: another message says so.',
  seatsCancelled: (seats, count) => `${capital(seats)} ${count > 1 ? 'are' : 'is'} cancelled.`,
  refused: (seats) => `The reduced tariff is refused for ${seats}: another message says why.`,
  back: (seats) => `The difference to the full tariff was given back to you for ${seats}.`,
  voidOf: (count) => (count > 1 ? 'What was sent for them is no longer valid.' : 'What was sent for it is no longer valid.'),
  void: (count) => (count > 1 ? 'The tickets that were sent are no longer valid.' : 'The ticket that was sent is no longer valid.'),
  throwAway: (count) => (count > 1 ? 'Throw them away: they open no door any more.' : 'Throw it away: it opens no door any more.'),
  deposit: 'Send my proof',
  otherwise: 'You have none?',
  whatNow: 'What you can do',
  review: 'Your proof is being checked.',
  door: 'Another ticket reaches you in another message: the proof will be asked at the entrance.',
  another: 'Another ticket reaches you in another message.',
  expired: 'If we do not hear from you, another ticket will leave and you will be asked for the proof at the entrance.',
  closing: 'See you soon',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
