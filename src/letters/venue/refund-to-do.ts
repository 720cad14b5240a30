import type { Language } from '../../domain/language';
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

/** Money is owed; somebody of the venue has to give it back and say so. */
export function refundToDo(facts: OrderFacts, { links }: Writing): Draft {
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
      ...passage('refund-to-do', facts, {
        annonce: rich`${tooMany === undefined ? words.seats(owed.length > 1) : words.payment} ${bold(words.what)}`,
        dossier: [orderLines(order, language)],
        paiement: payment ? [paragraph(words.reference(payment.reference))] : [],
        places: tooMany === undefined && owed.length > 0 ? [seatsBlock(owed, language)] : [],
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.deskOrder() } }],
      }),
    ],
    foot: staffFoot(facts),
  };
}

const fr = {
  need: (amount: string) => `${amount} à rembourser : `,
  title: (amount: string) => `${amount} à rembourser`,
  seats: (several: boolean): string =>
    several ? 'Ces places sont retournées à la vente et leur prix est dû.' : 'Cette place est retournée à la vente et son prix est dû.',
  payment: 'Un paiement est arrivé en trop ou trop tard : il est à rendre en entier.',
  what: 'Remboursez-le chez votre prestataire de paiement, puis notez-le au guichet.',
  reference: (reference: string) => `Référence du paiement : ${reference}`,
  desk: 'Noter le remboursement',
};
const en: typeof fr = {
  need: (amount) => `${amount} to refund: `,
  title: (amount) => `${amount} to refund`,
  seats: (several) =>
    several ? 'These seats are back on sale and their price is owed.' : 'This seat is back on sale and its price is owed.',
  payment: 'A payment came twice or too late: all of it is to be given back.',
  what: 'Give it back at your payment provider, then note it at the desk.',
  reference: (reference) => `Reference of the payment: ${reference}`,
  desk: 'Note the refund',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
