import type { OrderView, SeatView } from '../../src/domain/order-view';
import { apply } from '../../src/domain/order/apply';
import type { Outcome } from '../../src/domain/order/effect';
import type { OrderEvent } from '../../src/domain/order/event';
import { isSettling } from '../../src/domain/order/seats';
import { settlingViews } from '../../src/domain/order/settling-views';
import type { OrderState, Seat } from '../../src/domain/order/state';
import { summary } from '../../src/domain/order/summary';
import { defined } from './defined';

export interface Page {
  view: OrderView;
  state: OrderState;
  readonly events: OrderEvent[];
  readonly outcomes: Outcome[];
}

/** What a record in memory holds: the orders as they read, and the stories behind them, moved by the real rules. */
export type Book = Map<string, Page>;

export function openBook(orders: readonly OrderView[]): Book {
  return new Map(orders.map((view) => [view.reference, { view, state: storyBehind(view), events: [], outcomes: [] }]));
}

/** Applies the rule and writes what people would read of it. */
export function write(page: Page, event: OrderEvent): Outcome {
  const outcome = apply(page.state, event);
  page.state = outcome.state;
  page.events.push(event);
  page.outcomes.push(outcome);
  page.view = viewAfter(page, event, outcome);
  return outcome;
}

/** The story that must have led to this view. */
function storyBehind(view: OrderView): OrderState {
  const reviews = view.openReview ?? 0;
  return {
    order: view.reference,
    venue: view.venue.id,
    seq: view.seq,
    payment: view.payment,
    paidAt: Date.parse(view.paidAt ?? view.placedAt),
    performanceAt: Date.parse(view.performance.startsAt),
    overAt: Date.parse(view.performance.endsAt),
    deadlineAt: Date.parse(view.deadlineAt ?? view.performance.startsAt),
    policy: view.venue.policy,
    seats: view.seats.map(({ no, proof, delivery, companionship, reason }): Seat => ({ no, proof, delivery, companionship, reason })),
    reviewsOpened: reviews,
    ...(view.openReview === undefined
      ? {}
      : { review: { no: view.openReview, openedAt: Date.parse(view.placedAt), nudged: false, escalated: false } }),
    settling: [],
    releases: Math.max(0, ...view.tickets.map((ticket) => ticket.release)),
    lastContactAt: Date.parse(view.placedAt),
    remindersSent: 0,
    deadlinePassed: false,
    refundNudges: 0,
    cancelled: view.status === 'cancelled',
    performanceOver: view.status === 'over',
    owed: { seats: [], payments: view.payments.filter(({ tooMany, status }) => tooMany && status === 'refund-due').map(({ id }) => id) },
    seen: [],
  };
}

function viewAfter(page: Page, event: OrderEvent, { state, effects }: Outcome): OrderView {
  const { view } = page;
  const released = effects.flatMap((effect) => (effect.kind === 'release' ? [effect] : []));
  return {
    ...view,
    ...summary(state),
    seq: state.seq,
    payment: state.payment,
    openReview: state.review?.no,
    settling: settlingViews(state),
    undoUntil: state.settling.at(-1) && new Date(Math.max(...state.settling.map((one) => one.settlesAt))).toISOString(),
    proofs: event.kind === 'proof-withdrawn' ? without(view.proofs, event.seat) : view.proofs,
    seats: view.seats.map((seat) => ({ ...seat, ...seatAfter(state, seat.no), ...upgradeAfter(state, seat, event) })),
    tickets: [
      ...view.tickets.map((ticket) => {
        const asked = effects.find((effect) => effect.kind === 'ask-at-door' && effect.seat === ticket.seat);
        return asked?.kind === 'ask-at-door' ? { ...ticket, proofToShow: asked.proof } : ticket;
      }),
      ...released.flatMap(({ release, seats, atDoor }) =>
        seats.map((seat) => ({
          ...{ seat, release, number: 12_500 + seat, uid: `CM-${view.reference}-${seat}` },
          ...{ admission: 'valid' as const, proofToShow: atDoor.includes(seat) },
        })),
      ),
    ],
  };
}

function seatAfter(state: OrderState, no: number) {
  const { proof, delivery, reason } = defined(state.seats.find((seat) => seat.no === no));
  return { proof, delivery, reason, settling: isSettling(state, no) };
}

function upgradeAfter(state: OrderState, seat: SeatView, { at }: OrderEvent): Pick<SeatView, 'upgradedAt' | 'upgradedTo'> {
  const { proof } = defined(state.seats.find(({ no }) => no === seat.no));
  if (proof !== 'upgraded' && seat.proof === 'upgraded') return { upgradedAt: undefined, upgradedTo: undefined };
  if (proof !== 'upgraded' || seat.upgradedAt !== undefined) return { upgradedAt: seat.upgradedAt, upgradedTo: seat.upgradedTo };
  return { upgradedAt: new Date(at).toISOString(), upgradedTo: { fr: 'Plein tarif', en: 'Full tariff' } };
}

function without(proofs: OrderView['proofs'], seat: number): OrderView['proofs'] {
  return proofs.map((proof) => (proof.seats.includes(seat) ? { ...proof, replaced: true } : proof));
}
