import type { Language } from '../../domain/language';
import { waitsForTheSpectator } from '../../domain/order/can';
import { givenUp, goodTickets, voidTicketOf } from '../../domain/order/given-up';
import type { VoidTicket } from '../../domain/order/given-up';
import type { OrderView, SeatView } from '../../domain/order-view';
import { capital, uncapital } from '../../domain/first-letter';
import type { Block, Draft, Run } from '../letter';
import { bold, link, paragraph, rich, sentences } from '../letter';
import { passage } from '../passage';
import { euros } from '../../wording/amounts';
import { awaitsADocument, companionSentences, isBeingChecked } from '../wording/companions';
import { inLetters } from '../../wording/numbers';
import { filesDeletion } from '../wording/proofs';
import { seatsBlock } from '../wording/seat-rows';
import { acceptedProofs, numbersOf, seatsNumbered, thePlaces } from '../wording/seats';
import { calendarFor, showBlock } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { ticketsFor } from '../wording/ticket-subject';
import { noReturn, signOff, spectatorFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import { inventedOrder, withTickets } from '../preview/invented-order';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

export const TICKETS = {
  fields: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    séance: PARTS.show,
    billets: { means: { fr: 'le tableau des billets joints', en: 'the table of the tickets attached' }, block: true, required: true },
    'autres places': { means: { fr: 'où en sont les autres places', en: 'how the other seats stand' }, block: true, required: true },
    lien: { means: { fr: 'le lien vers les billets de la commande', en: 'the link to the tickets of the order' }, required: true },
    venir: { means: { fr: 'comment venir', en: 'how to come' }, block: true },
  },
  text: {
    fr: '{annonce}\n\n{séance}\n\n{billets}\n\n{autres places}\n\nLe message ou la pièce jointe s’est perdu ? {lien}.\n\n{venir}',
    en: '{annonce}\n\n{séance}\n\n{billets}\n\n{autres places}\n\nHas the message or its attachment gone astray? {lien}.\n\n{venir}',
  },
} as const satisfies TextSheet;

/** The tickets of one release; for an order that was told nothing before, it is the confirmation too. */
export const tickets: LetterFile = {
  body: TICKETS,
  write: ofOrder(write),
  preview: (venue, language) => ({ order: withTickets(inventedOrder(venue, language)), about: { release: 1 } }),
};

function write(facts: OrderFacts, writing: Writing): Draft {
  const { order, language } = facts;
  const leaving = seatsLeaving(facts);
  const unannounced = releaseOf(facts) === 1 && (isLate(order) || !order.seats.some((seat) => wasAsked(order, seat)));
  const words = WORDS[language];
  return ticketLetter(facts, writing, {
    subject: ticketsFor(order, leaving, language),
    seats: leaving,
    title: words.title(leaving.length),
    news: sentences(...why(order, leaving, { language, unannounced }), joined(leaving.length, language), words.use(leaving.length)),
  });
}

/** The seats whose tickets leave in this release. */
export function seatsLeaving(facts: OrderFacts): readonly SeatView[] {
  const { order } = facts;
  const leaving = goodTickets(order).filter((ticket) => ticket.release === releaseOf(facts));
  return seatsNumbered(
    order,
    leaving.map((ticket) => ticket.seat),
  );
}

function releaseOf({ name }: OrderFacts): number {
  return name.about.release ?? 1;
}

interface TicketNews {
  /** What comes before the show. */
  readonly subject: string;
  readonly seats: readonly SeatView[];
  readonly title: string;
  readonly news: ReturnType<typeof sentences>;
}

/** What every letter with tickets holds; the file tickets-again.ts says it in its own words. */
export function ticketLetter(facts: OrderFacts, { links }: Writing, { subject, seats, title, news }: TicketNews): Draft {
  const { order, language } = facts;
  const { venue, performance } = order;
  const words = WORDS[language];
  const calendar = calendarFor(order, language);
  return {
    subject: subjectLine(subject, performance.showTitle, '', `, ${calendar.weekdayMoment(performance.startsAt)}`),
    blocks: [
      { kind: 'title', text: title },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(TICKETS, facts, {
        annonce: news,
        séance: [showBlock(order, language)],
        billets: [seatsBlock(seats, language, { paid: order, more: (seat) => atTheDoor(seat, language) })],
        'autres places': others(order, seats, language),
        lien: [link(words.find(order.seats.length > 1), links.customer({ for: 'tickets' }))],
        venir: directions(order, language),
      }),
      signOff(calendar.isEvening(performance.startsAt) ? words.goodEvening : words.goodShow, venue, language),
    ],
    foot: spectatorFoot(facts, links, filesDeletion(order, language), noReturn(order, language)),
  };
}

/** Paid too near to the performance for a proof to be checked (docs/architecture.md 2). */
function isLate(order: OrderView): boolean {
  return order.paidAt !== undefined && order.deadlineAt !== undefined && order.paidAt >= order.deadlineAt;
}

/** Of a proof that was seen at the counter there is no file: nothing was asked of its seat (order/start.ts). */
function wasAsked({ proofs }: OrderView, { no, tariff, proof }: SeatView): boolean {
  return tariff.needsProof && !(proof === 'approved' && !proofs.some(({ seats }) => seats.includes(no)));
}

interface Told {
  readonly language: Language;
  readonly unannounced: boolean;
}

function why(order: OrderView, seats: readonly SeatView[], { language, unannounced }: Told): readonly string[] {
  const words = WORDS[language];
  const confirmed = seats.filter((seat) => seat.proof === 'approved').length;
  const upgraded = seats.filter((seat) => seat.proof === 'upgraded').length;
  const door = seats.filter((seat) => seat.proof === 'check-at-door');
  const said = unannounced
    ? order.total > 0
      ? words.paid
      : words.free
    : confirmed > 0
      ? words.confirmed(confirmed)
      : upgraded > 0
        ? words.upgraded
        : '';
  const whose = door.length < seats.length ? thePlaces(numbersOf(door), language) : undefined;
  return [
    said,
    ...(door.length > 0
      ? [
          isLate(order) && order.venue.policy.proofsOnline ? words.late : '',
          words.door(
            whose,
            door.some(({ toFullPrice }) => toFullPrice > 0),
          ),
        ]
      : []),
  ].filter(Boolean);
}

function joined(count: number, language: Language): readonly Run[] {
  const words = WORDS[language];
  return rich`${bold(words.joined(count, language))}${words.onePerPage(count)}.`;
}

function atTheDoor(seat: SeatView, language: Language): readonly string[] {
  if (seat.proof !== 'check-at-door') return [];
  const words = WORDS[language];
  const proof = seat.tariff.health ? '' : acceptedProofs(seat.tariff, language);
  return [words.toShow(proof), ...(seat.toFullPrice > 0 ? [words.difference(euros(seat.toFullPrice, language))] : [])];
}

/** The other seats of the order: those that have left before, and those that still wait. */
function others(order: OrderView, seats: readonly SeatView[], language: Language): readonly Block[] {
  const rest = order.seats.filter((seat) => !seats.includes(seat));
  const words = WORDS[language];
  const calendar = calendarFor(order, language);
  const days = new Map<string, SeatView[]>();
  for (const seat of rest.filter((one) => one.delivery === 'sent' && one.deliveredAt !== undefined)) {
    const day = calendar.day(seat.deliveredAt ?? '');
    days.set(day, [...(days.get(day) ?? []), seat]);
  }
  const sent = [...days].map(([day, some]) => words.sent(thePlaces(numbersOf(some), language), some.length, day));
  const unsettled = rest.filter(waitsForTheSpectator);
  const waiting = unsettled.filter((seat) => awaitsADocument(order, seat));
  const refused = unsettled.filter((seat) => seat.proof === 'refused-final');
  const review = rest.filter((seat) => isBeingChecked(order, seat));
  const cancelled = rest.filter((seat) => givenUp(seat) !== undefined);
  const held = [
    ...(waiting.length > 0 ? [words.waiting(thePlaces(numbersOf(waiting), language), waiting.length)] : []),
    ...companionSentences(order, rest, language),
    ...refusedSentences(order, refused, language),
    ...(review.length > 0 ? [words.review(thePlaces(numbersOf(review), language), review.length)] : []),
    ...(cancelled.length > 0 ? [words.cancelled(thePlaces(numbersOf(cancelled), language), cancelled.length)] : []),
  ];
  return [...sent, ...held].length > 0 ? [paragraph(sentences(...sent, ...held))] : [];
}

/** A ticket that had left before, or was ready to, was cancelled with the refusal; that of another seat is held. */
function refusedSentences(order: OrderView, refused: readonly SeatView[], language: Language): readonly string[] {
  const { refused: says } = WORDS[language];
  return ([undefined, 'prepared', 'left'] as const).flatMap((how) => {
    const seats = refused.filter((seat) => voidTicketOf(order, seat) === how);
    return seats.length > 0 ? [says(thePlaces(numbersOf(seats), language), seats.length, how)] : [];
  });
}

function directions({ venue }: OrderView, language: Language): readonly Block[] {
  const ways = venue.directions.map((way) => way[language]);
  if (ways.length === 0) return [];
  const from = [venue.address, venue.city].filter(Boolean).join(', ');
  return [{ kind: 'heading', text: WORDS[language].directions }, paragraph(`${from}. ${ways.join(' ')}`)];
}

const fr = {
  title: (count: number): string => (count > 1 ? 'Vos billets sont là' : 'Votre billet est là'),
  confirmed: (count: number): string => (count > 1 ? 'Merci, vos tarifs sont confirmés.' : 'Merci, votre tarif est confirmé.'),
  upgraded: 'Merci, la différence avec le plein tarif est réglée.',
  paid: 'Merci, votre paiement est bien reçu.',
  free: 'Merci, votre commande est confirmée.',
  door: (seats: string | undefined, difference: boolean) =>
    `${seats ? `Pour ${seats}, présentez` : 'Présentez'} votre justificatif à l’entrée${difference ? ' ; à défaut, la différence avec le plein tarif vous sera demandée' : ''}.`,
  late: 'La représentation est trop proche pour que nous vérifiions un justificatif avant.',
  joined: (count: number, language: Language): string =>
    count > 1 ? `Vos ${inLetters(count, language)} billets sont joints à ce message` : 'Votre billet est joint à ce message',
  onePerPage: (count: number): string => (count > 1 ? ', un par page' : ''),
  use: (count: number): string =>
    count > 1 ? 'Imprimez-les ou montrez-les sur votre téléphone.' : 'Imprimez-le ou montrez-le sur votre téléphone.',
  toShow: (proof: string): string => (proof ? `Justificatif à présenter : ${proof}` : 'Justificatif à présenter'),
  difference: (amount: string) => `À défaut, ${amount} vous seront demandés à l’entrée`,
  sent: (seats: string, count: number, day: string): string =>
    count > 1 ? `Les billets ${of(seats)} vous sont parvenus le ${day}.` : `Le billet ${of(seats)} vous est parvenu le ${day}.`,
  waiting: (seats: string, count: number): string =>
    count > 1 ? `${capital(seats)} attendent encore leur justificatif.` : `${capital(seats)} attend encore son justificatif.`,
  refused: (seats: string, count: number, isVoid: VoidTicket | undefined): string => {
    const left = count > 1 ? 'les billets déjà envoyés ne sont plus valables' : 'le billet déjà envoyé n’est plus valable';
    const prepared = count > 1 ? 'les billets préparés ne sont plus valables' : 'le billet préparé n’est plus valable';
    const held = count > 1 ? 'leurs billets restent retenus' : 'son billet reste retenu';
    return `Le tarif réduit est refusé pour ${seats} : ${isVoid ? { left, prepared }[isVoid] : held}.`;
  },
  review: (seats: string, count: number): string =>
    count > 1 ? `${capital(seats)} sont en cours de vérification.` : `${capital(seats)} est en cours de vérification.`,
  cancelled: (seats: string, count: number): string => `${capital(seats)} ${count > 1 ? 'sont annulées' : 'est annulée'}.`,
  find: (several: boolean) => `Retrouvez ${several ? 'vos billets' : 'votre billet'} dans votre espace`,
  directions: 'Pour venir',
  goodEvening: 'Bonne soirée au théâtre',
  goodShow: 'Bon spectacle',
};

const en: typeof fr = {
  title: (count) => (count > 1 ? 'Your tickets are here' : 'Your ticket is here'),
  confirmed: (count) => (count > 1 ? 'Thank you, your tariffs are confirmed.' : 'Thank you, your tariff is confirmed.'),
  upgraded: 'Thank you, the difference to the full tariff is paid.',
  paid: 'Thank you, your payment has arrived.',
  free: 'Thank you, your order is confirmed.',
  door: (seats, difference) =>
    `${seats ? `For ${seats}, show` : 'Show'} your proof at the entrance${difference ? '; otherwise the difference to the full tariff will be asked' : ''}.`,
  late: 'The performance is too near for us to check a proof before.',
  joined: (count, language) =>
    count > 1 ? `Your ${inLetters(count, language)} tickets are attached to this message` : 'Your ticket is attached to this message',
  onePerPage: (count) => (count > 1 ? ', one a page' : ''),
  use: (count) => (count > 1 ? 'Print them or show them on your phone.' : 'Print it or show it on your phone.'),
  toShow: (proof) => (proof ? `Proof to be shown: ${proof}` : 'Proof to be shown'),
  difference: (amount) => `Otherwise ${amount} will be asked at the entrance`,
  sent: (seats, count, day) => `${capital(seats)} reached you on ${day}.`,
  waiting: (seats, count) => `${capital(seats)} still ${count > 1 ? 'wait' : 'waits'} for a proof.`,
  refused: (seats, count, isVoid) => {
    const held = count > 1 ? 'their tickets stay held' : 'its ticket stays held';
    const left = 'what was already sent is no longer valid';
    const prepared = count > 1 ? 'the tickets that were ready are no longer valid' : 'the ticket that was ready is no longer valid';
    return `The reduced tariff is refused for ${seats}: ${isVoid ? { left, prepared }[isVoid] : held}.`;
  },
  review: (seats, count) => `${capital(seats)} ${count > 1 ? 'are' : 'is'} being checked.`,
  cancelled: (seats, count) => `${capital(seats)} ${count > 1 ? 'are' : 'is'} cancelled.`,
  find: (several) => `Find your ${several ? 'tickets' : 'ticket'} in your own pages`,
  directions: 'Getting here',
  goodEvening: 'Enjoy your evening at the theatre',
  goodShow: 'Enjoy the show',
};

const WORDS: Record<Language, typeof fr> = { fr, en };

/** « de la place 3 », « des places 1 et 2 » */
function of(seats: string): string {
  return seats.startsWith('les ') ? `des ${seats.slice(4)}` : `de ${uncapital(seats)}`;
}
