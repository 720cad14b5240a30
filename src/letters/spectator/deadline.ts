import type { Language } from '../../domain/language';
import { stillToLeave } from '../../domain/order/given-up';
import { can } from '../../domain/order/can';
import { paidForSeats } from '../../domain/order/amounts';
import type { OrderView, SeatView } from '../../domain/order-view';
import { HOUR } from '../../domain/time';
import type { Block, Draft } from '../letter';
import { bold, paragraph, rich, sentences } from '../letter';
import { passage } from '../passage';
import { backByWay } from '../../domain/order/way-back';
import { byTheWay } from '../wording/way-back';
import { euros } from '../../wording/amounts';
import { seatsBlock } from '../wording/seat-rows';
import { numbersOf, seatsNumbered, thePlaces } from '../wording/seats';
import { calendarFor, showBlock } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import { waysOn } from '../wording/ways-on';
import type { OrderFacts, Writing } from '../writing';
import { greeting } from '../wording/greeting';
import { inventedOrder, withProof } from '../preview/invented-order';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: { ...ORDER_FIELDS, annonce: PARTS.news, séance: PARTS.show, places: PARTS.seats, suite: PARTS.next },
  text: {
    fr: '{annonce}\n\n{séance}\n\n{places}\n\n{suite}',
    en: '{annonce}\n\n{séance}\n\n{places}\n\n{suite}',
  },
} as const satisfies TextSheet;

/** Time is up: the full price is offered, or the money goes back, as the venue chose. */
export const deadline: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: (venue, language) => ({ order: withProof(inventedOrder(venue, language), 'expired', [2, 3]), about: { seats: [2, 3] } }),
};

function write(facts: OrderFacts, writing: Writing): Draft {
  const { order, name } = facts;
  const seats = seatsNumbered(order, name.about.seats ?? []);
  const refunded = order.venue.policy.deadlineOutcome === 'refund';
  return refunded ? refundedSeats(facts, writing, seats) : fullPriceOffered(facts, writing, seats);
}

function fullPriceOffered(facts: OrderFacts, { links }: Writing, seats: readonly SeatView[]): Draft {
  const { order, language } = facts;
  const { offer } = WORDS[language];
  const payable = seats.filter((seat) => can('payFullPrice', seat) && seat.toFullPrice > 0);
  const door = waysOn(order, seats, { language, links, doorOnly: true });
  const until = calendarFor(order, language).weekdayMoment(lastCall(order));
  const pay = links.customer({ for: 'payment', seat: payable.length === 1 ? payable[0]?.no : undefined });
  return draft(facts, {
    words: offer,
    news: rich`${offer.news(thePlaces(numbersOf(seats), language))} ${bold(offer.choice(until))}`,
    seats,
    more: (seat) => [offer.difference(euros(seat.toFullPrice, language))],
    next: [
      ...(payable.length > 0 ? [{ kind: 'button', link: { label: offer.pay, href: pay } } as const] : []),
      ...(door ? [{ kind: 'heading', text: offer.ways } as const, door] : []),
      paragraph(offer.silence(stillToLeave(order).length > 1)),
    ],
    foot: spectatorFoot(facts, links),
  });
}

/** Two hours before the performance what is left open goes to the door (src/domain/order/deadline-outcome.ts). */
function lastCall({ performance }: OrderView): string {
  return new Date(Date.parse(performance.startsAt) - 2 * HOUR).toISOString();
}

function refundedSeats(facts: OrderFacts, { links }: Writing, seats: readonly SeatView[]): Draft {
  const { order, language } = facts;
  const { refund } = WORDS[language];
  const back = paidForSeats(seats);
  const rest = order.seats.length > seats.length;
  const { closing } = refund;
  const news = refund.news(thePlaces(numbersOf(seats), language), seats.length > 1);
  return draft(facts, {
    words: back > 0 ? { closing, title: refund.title, need: refund.need(rest) } : { closing, ...refund.free(rest) },
    news: sentences(news, back > 0 ? [bold(refund.amount(euros(back, language), byTheWay(backByWay(order, seats), language)))] : undefined),
    seats,
    next: [paragraph(sentences(rest ? refund.others : undefined, refund.question))],
    foot: spectatorFoot(facts, links),
  });
}

interface Parts {
  readonly words: { readonly need: string; readonly title: string; readonly closing: string };
  readonly news: ReturnType<typeof sentences>;
  readonly seats: readonly SeatView[];
  readonly more?: (seat: SeatView) => readonly string[];
  readonly next: readonly Block[];
  readonly foot: Draft['foot'];
}

function draft(facts: OrderFacts, { words, news, seats, more = () => [], next, foot }: Parts): Draft {
  const { order, language } = facts;
  const blocks: readonly Block[] = [
    { kind: 'title', text: words.title },
    { kind: 'greeting', text: greeting(order.customer.name, language) },
    ...passage(BODY, facts, {
      annonce: news,
      séance: [showBlock(order, language)],
      places: [seatsBlock(seats, language, { more })],
      suite: next,
    }),
    signOff(words.closing, order.venue, language),
  ];
  return { subject: subjectLine('', order.performance.showTitle, words.need), blocks, foot };
}

const fr = {
  offer: {
    need: ' : le plein tarif, ou le justificatif à l’accueil',
    title: 'Le délai est passé, votre commande reste gardée',
    news: (seats: string) => `Nous n’avons pas pu accepter de justificatif pour ${seats}.`,
    choice: (until: string) => `Vous pouvez régler la différence avec le plein tarif jusqu’au ${until}.`,
    difference: (amount: string) => `${amount} de différence avec le plein tarif`,
    pay: 'Régler la différence',
    ways: 'Ou bien',
    silence: (several: boolean) =>
      `Sans nouvelles de vous à cette heure, ${several ? 'vos billets partiront' : 'votre billet partira'} et le justificatif vous sera demandé à l’entrée.`,
    closing: 'À bientôt',
  },
  refund: {
    need: (part: boolean): string => ` : ${part ? 'une partie de ' : ''}votre commande sera remboursée`,
    free: (part: boolean) => ({ need: ` : ${part ? 'une partie de ' : ''}votre commande est annulée`, title: 'Le délai est passé' }),
    title: 'Nous vous remboursons',
    news: (seats: string, several: boolean): string =>
      several
        ? `Le délai est passé sans justificatif accepté pour ${seats} : elles retournent à la vente.`
        : `Le délai est passé sans justificatif accepté pour ${seats} : elle retourne à la vente.`,
    amount: (amount: string, way: string) => `${amount} vous seront rendus ${way}.`,
    others: 'Les autres places de votre commande ne changent pas.',
    question: 'Une question ? Répondez simplement à ce message.',
    closing: 'Nous serons heureux de vous accueillir une autre fois',
  },
};
const en: typeof fr = {
  offer: {
    need: ': the full tariff, or the proof at the door',
    title: 'The time is up, your order is still kept',
    news: (seats) => `We could not accept a proof for ${seats}.`,
    choice: (until) => `You can pay the difference to the full tariff until ${until}.`,
    difference: (amount) => `${amount} to the full tariff`,
    pay: 'Pay the difference',
    ways: 'Or else',
    silence: (several) =>
      `If we do not hear from you by then, your ${several ? 'tickets' : 'ticket'} will leave and you will be asked for the proof at the entrance.`,
    closing: 'See you soon',
  },
  refund: {
    need: (part) => `: ${part ? 'part of your order' : 'your order'} will be refunded`,
    free: (part) => ({ need: `: ${part ? 'part of your order' : 'your order'} is cancelled`, title: 'The time is up' }),
    title: 'We are refunding you',
    news: (seats, several) => `The time is up without an accepted proof for ${seats}: ${several ? 'they go' : 'it goes'} back on sale.`,
    amount: (amount, way) => `${amount} will be given back ${way}.`,
    others: 'The other tickets of your order do not change.',
    question: 'A question? Simply answer this message.',
    closing: 'We will be glad to welcome you another time',
  },
};
const WORDS: Record<Language, typeof fr> = { fr, en };
