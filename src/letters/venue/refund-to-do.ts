import type { Language } from '../../domain/language';
import type { SeatView } from '../../domain/order-view';
import { paidForSeats } from '../../domain/order/amounts';
import type { Draft } from '../letter';
import { bold, paragraph, rich } from '../letter';
import { passage } from '../passage';
import { euros } from '../../wording/amounts';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { seatsBlock } from '../wording/seat-rows';
import { seatsNumbered } from '../wording/seats';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { inventedOrder, withProof } from '../preview/invented-order';
import { PAYMENT } from '../preview/invented-people';
import { backByWay, wayOf, wayOfPayment } from '../../domain/order/way-back';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    dossier: PARTS.file,
    paiement: { means: { fr: 'la référence du paiement', en: 'the reference of the payment' }, block: true, required: true },
    places: PARTS.seats,
    bouton: PARTS.button,
  },
  text: {
    fr: '{annonce}\n\n{dossier}\n\n{paiement}\n\n{places}\n\n{bouton}\n\n~ Ce message revient chaque semaine tant que le remboursement n’est pas noté, quatre fois au plus.',
    en: '{annonce}\n\n{dossier}\n\n{paiement}\n\n{places}\n\n{bouton}\n\n~ This message comes back every week until the refund is noted, four times at most.',
  },
} as const satisfies TextSheet;

/** Money is owed; somebody of the venue has to give it back and say so. */
export const refundToDo: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: (venue, language) => {
    const order = withProof(inventedOrder(venue, language), 'refunded', [4]);
    return {
      order: { ...order, seats: order.seats.map((seat) => (seat.no === 4 ? { ...seat, delivery: 'void' } : seat)) },
      about: { seats: [4] },
      payment: PAYMENT,
    };
  },
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, payment, name: letter } = facts;
  const words = WORDS[language];
  const { name, after } = customerAndOrder(order, language);
  const { seats: named = [], payment: tooMany } = letter.about;
  const waiting = order.seats.filter((seat) => seat.delivery === 'void' && seat.refundedAt === undefined);
  const owed = named.length > 0 ? seatsNumbered(order, named) : waiting;
  // A nudge names no seat: it asks for what has not left yet.
  const amount = euros(payment?.amount ?? paidForSeats(owed), language);
  return {
    subject: subjectLine(words.need(amount), name, after),
    blocks: [
      { kind: 'title', text: words.title(amount) },
      ...passage(BODY, facts, {
        annonce: rich`${tooMany === undefined ? words.seats(owed.length > 1) : words.payment} ${bold(whatToDo(facts, owed))}`,
        dossier: [orderLines(order, language)],
        paiement: payment ? [paragraph(words.reference(payment.reference))] : [],
        places: tooMany === undefined && owed.length > 0 ? [seatsBlock(owed, language)] : [],
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.deskOrder() } }],
      }),
    ],
    foot: staffFoot(facts),
  };
}

/** Where the money is given back: each amount by the way it came. */
function whatToDo(facts: OrderFacts, seats: readonly SeatView[]): string {
  const { order, language, name } = facts;
  const { what } = WORDS[language];
  if (name.about.payment !== undefined)
    return wayOfPayment(facts.order, facts.payment?.reference) === 'counter' ? what.counter : what.provider;
  const { provider, counter } = backByWay(order, seats);
  const way = wayOf({ provider, counter });
  return way === 'both' ? what.both(euros(provider, language), euros(counter, language)) : what[way];
}

const fr = {
  need: (amount: string) => `${amount} à rembourser : `,
  title: (amount: string) => `${amount} à rembourser`,
  seats: (several: boolean): string =>
    several ? 'Ces places sont retournées à la vente et leur prix est dû.' : 'Cette place est retournée à la vente et son prix est dû.',
  payment: 'Un paiement est arrivé en trop ou trop tard : il est à rendre en entier.',
  what: {
    provider: 'Remboursez-le chez votre prestataire de paiement, puis notez-le au guichet.',
    counter: 'Rendez-le au guichet, par le moyen dont il a été payé, puis notez-le.',
    both: (online: string, counter: string) =>
      `Rendez ${online} chez votre prestataire de paiement et ${counter} au guichet, puis notez-le.`,
  },
  reference: (reference: string) => `Référence du paiement : ${reference}`,
  desk: 'Noter le remboursement',
};
const en: typeof fr = {
  need: (amount) => `${amount} to refund: `,
  title: (amount) => `${amount} to refund`,
  seats: (several) =>
    several ? 'These seats are back on sale and their price is owed.' : 'This seat is back on sale and its price is owed.',
  payment: 'A payment came twice or too late: all of it is to be given back.',
  what: {
    provider: 'Give it back at your payment provider, then note it at the desk.',
    counter: 'Give it back at the box office, by the way it was paid, then note it.',
    both: (online, counter) => `Give ${online} back at your payment provider and ${counter} at the box office, then note it.`,
  },
  reference: (reference) => `Reference of the payment: ${reference}`,
  desk: 'Note the refund',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
