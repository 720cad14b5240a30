import { cents } from '../src/domain/money';
import type { OrderView, SeatView } from '../src/domain/order-view';
import { ORDER } from './people';

/** The evening before: what was noted as given back. */
export const BACK_AT = '2027-01-10T09:00:00.000Z';

interface Story {
  readonly status: OrderView['status'];
  readonly payment: OrderView['payment'];
  readonly seats: readonly number[];
  /** Those of them whose money has been given back. */
  readonly back?: readonly number[];
}

/** All of Camille's tickets have left, and some of her seats are given up since. */
function givenUp({ status, payment, seats, back = [] }: Story): OrderView {
  const seatAfter = (seat: SeatView): SeatView => {
    if (!seats.includes(seat.no)) return { ...seat, proof: seat.no === 1 ? 'not-required' : 'approved', ...SENT };
    const refundedAt = back.includes(seat.no) ? BACK_AT : undefined;
    return { ...seat, proof: seat.no === 1 ? 'not-required' : 'refunded', delivery: 'void', deliveredAt: seat.deliveredAt, refundedAt };
  };
  return {
    ...ORDER,
    ...{ status, payment, openReview: undefined, waitsFor: payment === 'refund-due' ? 'refund' : 'performance' },
    seats: ORDER.seats.map(seatAfter),
    tickets: ORDER.seats.map(({ no }) => ({
      ...{ seat: no, number: 12_460 + no, uid: `CM-7K2M-4Q9T-${no}`, release: 1, proofToShow: false },
      admission: seats.includes(no) ? 'cancelled' : 'valid',
    })),
  };
}

const SENT = { delivery: 'sent', deliveredAt: '2027-01-09T10:15:00.000Z' } as const;
const EVERY = [1, 2, 3, 4, 5];

const whole = { seats: EVERY, status: 'refund-due', payment: 'refund-due' } as const;

function free(order: OrderView, seats: readonly number[]): OrderView {
  const changed = order.seats.map((seat) => (seats.includes(seat.no) ? { ...seat, price: cents(0), toFullPrice: cents(0) } : seat));
  return { ...order, seats: changed, total: cents(changed.reduce((sum, { price }) => sum + price, 0)) };
}

const owedAll = givenUp(whole);

/** Somebody had come in before the order was cancelled, and the door kept the entry. */
const afterEntry: OrderView = {
  ...owedAll,
  tickets: owedAll.tickets.map((ticket) =>
    ticket.seat === 1 ? { ...ticket, admission: 'used', usedAt: '2027-01-16T19:00:00.000Z' } : ticket,
  ),
};

interface GivenUpCase {
  readonly name: string;
  readonly order: OrderView;
  /** The page's news, in the order of the page. */
  readonly head: readonly string[];
  /** Of the last seat, on the spectator's page. */
  readonly stub: string;
  /** The seat as the desk has it. */
  readonly desk: string;
  /** Of the aside: « Billets ». */
  readonly tickets: string;
  /** Whether any ticket is good: to be downloaded, sent again, written into a calendar. */
  readonly alive: boolean;
  readonly owed: number;
  readonly refunded: number;
  /** How staff read it in a letter. */
  readonly staff: string;
}

/** Whole order or one seat; owed, given back, or never paid; before and after the tickets, and after somebody has come in. */
export const GIVEN_UP: readonly GivenUpCase[] = [
  {
    name: 'whole, owed, before any ticket',
    order: { ...owedAll, tickets: [], seats: owedAll.seats.map((seat) => ({ ...seat, deliveredAt: undefined })) },
    head: ['Votre commande est annulée', 'Aucun billet ne partira. Nous vous devons 78,00 € : le remboursement est en cours.'],
    stub: 'Cette place est annulée. Nous vous devons 14,00 € : le remboursement est en cours.',
    desk: 'Annulé, à rembourser',
    tickets: 'annulés',
    ...{ alive: false, owed: 7800, refunded: 0, staff: 'les places 1, 2, 3, 4 et 5 sont annulées et à rembourser' },
  },
  {
    name: 'whole, owed, after the tickets',
    order: owedAll,
    head: ['Votre commande est annulée', 'Les billets ne sont plus valables. Nous vous devons 78,00 € : le remboursement est en cours.'],
    stub: 'Cette place est annulée. Nous vous devons 14,00 € : le remboursement est en cours.',
    desk: 'Annulé, à rembourser',
    tickets: 'annulés',
    ...{ alive: false, owed: 7800, refunded: 0, staff: 'les places 1, 2, 3, 4 et 5 sont annulées et à rembourser' },
  },
  {
    name: 'whole, owed, after somebody has come in',
    order: afterEntry,
    head: ['Votre commande est annulée', 'Les billets ne sont plus valables. Nous vous devons 78,00 € : le remboursement est en cours.'],
    stub: 'Cette place est annulée. Nous vous devons 14,00 € : le remboursement est en cours.',
    desk: 'Annulé, à rembourser',
    tickets: 'annulés',
    ...{ alive: false, owed: 7800, refunded: 0, staff: 'les places 1, 2, 3, 4 et 5 sont annulées et à rembourser' },
  },
  {
    name: 'whole, given back',
    order: givenUp({ seats: EVERY, back: EVERY, status: 'refunded', payment: 'refunded' }),
    head: ['Votre commande a été remboursée', 'Les billets ne sont plus valables. 78,00 € vous ont été rendus.'],
    stub: 'Cette place est annulée. 14,00 € vous ont été rendus le 10 janvier.',
    desk: 'Remboursé',
    tickets: 'annulés',
    ...{ alive: false, owed: 0, refunded: 7800, staff: 'les places 1, 2, 3, 4 et 5 sont remboursées' },
  },
  {
    name: 'whole, one seat given back before, the others owed',
    order: givenUp({ ...whole, back: [5] }),
    head: [
      'Votre commande est annulée',
      'Les billets ne sont plus valables. 14,00 € vous ont été rendus. Nous vous devons 64,00 € : le remboursement est en cours.',
    ],
    stub: 'Cette place est annulée. 14,00 € vous ont été rendus le 10 janvier.',
    desk: 'Remboursé',
    tickets: 'annulés',
    ...{
      alive: false,
      owed: 6400,
      refunded: 1400,
      staff: 'les places 1, 2, 3 et 4 sont annulées et à rembourser et la place 5 est remboursée',
    },
  },
  {
    name: 'whole, of nothing',
    order: free(givenUp({ seats: EVERY, status: 'cancelled', payment: 'paid' }), EVERY),
    head: ['Votre commande est annulée', 'Les billets ne sont plus valables.</p>'],
    stub: 'Cette place est annulée. Rien n’avait été payé pour elle.',
    desk: 'Annulé',
    tickets: 'annulés',
    ...{ alive: false, owed: 0, refunded: 0, staff: 'les places 1, 2, 3, 4 et 5 sont annulées' },
  },
  {
    name: 'one seat, owed',
    order: givenUp({ seats: [5], status: 'refund-due', payment: 'refund-due' }),
    head: ['Vos billets sont partis'],
    stub: 'Cette place est annulée. Nous vous devons 14,00 € : le remboursement est en cours.',
    desk: 'Annulé, à rembourser',
    tickets: '4 envoyés sur 4, 1 annulé',
    ...{ alive: true, owed: 1400, refunded: 0, staff: 'la place 5 est annulée et à rembourser' },
  },
  {
    name: 'one seat, given back',
    order: givenUp({ seats: [5], back: [5], status: 'released', payment: 'paid' }),
    head: ['Vos billets sont partis'],
    stub: 'Cette place est annulée. 14,00 € vous ont été rendus le 10 janvier.',
    desk: 'Remboursé',
    tickets: '4 envoyés sur 4, 1 annulé',
    ...{ alive: true, owed: 0, refunded: 1400, staff: 'la place 5 est remboursée' },
  },
  {
    name: 'one seat, of nothing',
    order: free(givenUp({ seats: [5], status: 'released', payment: 'paid' }), [5]),
    head: ['Vos billets sont partis'],
    stub: 'Cette place est annulée. Rien n’avait été payé pour elle.',
    desk: 'Annulé',
    tickets: '4 envoyés sur 4, 1 annulé',
    ...{ alive: true, owed: 0, refunded: 0, staff: 'la place 5 est annulée' },
  },
];
