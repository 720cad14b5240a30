import type { OrderView, SeatView } from '../../src/domain/order-view';
import { actorName } from '../../src/domain/actor';
import { cents } from '../../src/domain/money';
import type { Outcome } from '../../src/domain/order/effect';
import type { Orders } from '../../src/ports/orders';
import type { Secrets } from '../../src/ports/secrets';
import { DISABLED, FULL, JOBSEEKER, STUDENT, UNDER_26 } from '../people';
import type { Book } from './book';
import { openBook } from './book';

const TARIFFS = [FULL, STUDENT, JOBSEEKER, UNDER_26, DISABLED];

type OrdersOfTheWeb = Pick<
  Orders,
  | 'upcomingOf'
  | 'place'
  | 'placedUnder'
  | 'view'
  | 'search'
  | 'mostPressing'
  | 'countUnderReview'
  | 'timeline'
  | 'story'
  | 'allowStanding'
  | 'byLinkHash'
  | 'renewLink'
>;

/** Orders in memory. A new order copies `model`, the performance and venue included. */
export function fakeOrders(book: Book, { model, secrets }: { readonly model: OrderView; readonly secrets: Secrets }): OrdersOfTheWeb {
  const byKey = new Map<string, string>();
  return {
    place: ({ reference, idempotencyKey, ...order }) => {
      const known = idempotencyKey === undefined ? undefined : byKey.get(idempotencyKey);
      if (known !== undefined) return Promise.resolve({ reference: known, fresh: false });
      if (idempotencyKey !== undefined) byKey.set(idempotencyKey, reference);
      const view = placed(model, { reference, ...order });
      for (const [key, page] of openBook([view])) book.set(key, page);
      return Promise.resolve({ reference, fresh: true });
    },
    placedUnder: (key) => Promise.resolve(byKey.get(key)),
    upcomingOf: (email, { now }) =>
      Promise.resolve(
        [...book.values()]
          .filter(({ view }) => view.customer.email === email && view.performance.endsAt > now)
          .map(({ view }) => view.reference),
      ),
    view: (reference) => Promise.resolve(book.get(reference)?.view),
    search: ({ text, status, limit }) =>
      Promise.resolve({
        orders: [...book.values()]
          .map(({ view }) => view)
          .filter((view) => status === undefined || view.status === status)
          .filter(
            (view) => text === undefined || [view.reference, view.customer.email ?? '', ...namesOf(view)].some((one) => one.includes(text)),
          )
          .slice(0, limit)
          .map((view) => ({ ...lineOf(view), ...matchedIn(view, text) })),
      }),
    mostPressing: (limit) =>
      Promise.resolve(
        underReview(book)
          .toSorted((one, other) => dueAt(one).localeCompare(dueAt(other)))
          .slice(0, limit)
          .map(({ reference }) => reference),
      ),
    countUnderReview: () => Promise.resolve(underReview(book).length),
    timeline: (reference) => {
      const { events = [], outcomes = [] } = book.get(reference) ?? {};
      const entries = events.map((event, index) => ({
        seq: index + 1,
        at: new Date(event.at).toISOString(),
        event: event.kind,
        actor: 'by' in event ? actorName(event.by) : 'system',
        door: 'door' in event ? event.door : 'system',
        detail: {
          ...('command' in event ? { command: event.command } : {}),
          ...('seats' in event ? { seats: event.seats } : {}),
          ...('seat' in event ? { seats: [event.seat] } : {}),
          ...decisionsIn(outcomes[index]),
        },
      }));
      return Promise.resolve(entries.toReversed());
    },
    allowStanding: () => Promise.resolve(),
    story: (reference) => Promise.resolve(book.get(reference)?.state),
    renewLink: (reference, { email }) => {
      const page = book.get(reference);
      if (!page) return Promise.reject(new Error('No such order.'));
      const customer = { ...page.view.customer, ...(email !== undefined && { email }) };
      page.view = { ...page.view, customer, linkVersion: page.view.linkVersion + 1 };
      return Promise.resolve({ version: page.view.linkVersion, letter: `new-link:${reference}`, again: [] });
    },
    byLinkHash: (hash) => {
      const page = [...book.values()].find(({ view }) => {
        const secret = secrets.customerLink({ order: view.reference, version: view.linkVersion });
        return secrets.hash(secret) === hash;
      });
      return Promise.resolve(page?.view.reference);
    },
  };
}

function underReview(book: Book): readonly OrderView[] {
  return [...book.values()].map(({ view }) => view).filter(({ status }) => status === 'under-review');
}

function dueAt({ deadlineAt, performance }: OrderView): string {
  return deadlineAt ?? performance.startsAt;
}

function placed(model: OrderView, order: Omit<Parameters<Orders['place']>[0], 'idempotencyKey'>): OrderView {
  const [seat] = model.seats;
  if (!seat) throw new Error('The model order has no seat.');
  return {
    ...model,
    ...{ reference: order.reference, language: order.language, placedAt: order.placedAt, expiresAt: order.expiresAt },
    termsAccepted: order.acceptedTerms !== undefined,
    ...{ paidAt: undefined, deadlineAt: undefined, payment: 'pending', status: 'awaiting-payment', waitsFor: 'payment', seq: 0 },
    ...{ total: order.total, channel: order.channel, proofs: [], tickets: [], payments: [], openReview: undefined },
    customer: { ...model.customer, ...order.customer },
    seats: order.seats.map((one): SeatView => {
      const tariff = TARIFFS.find(({ code }) => code === one.tariff) ?? FULL;
      const proof = tariff.needsProof ? 'awaiting-proof' : 'not-required';
      return { ...seat, ...one, place: seat.place, tariff, proof, delivery: 'held', deliveredAt: undefined };
    }),
  };
}

function namesOf({ customer, seats }: OrderView): readonly string[] {
  return [customer.name, ...seats.map(({ holder }) => holder)];
}

function matchedIn({ customer, seats }: OrderView, text: string | undefined) {
  if (text === undefined || customer.name.includes(text)) return {};
  const matchedHolders = seats.filter(({ holder }) => holder.includes(text)).map(({ no: seat, holder: name }) => ({ seat, name }));
  return matchedHolders.length > 0 ? { matchedHolders } : {};
}

function lineOf(view: OrderView) {
  return {
    venueId: view.venue.id,
    reference: view.reference,
    customerName: view.customer.name,
    customerNumber: view.customer.number,
    showTitle: view.performance.showTitle,
    performanceAt: view.performance.startsAt,
    status: view.status,
    waitsFor: view.waitsFor,
    deadlineAt: view.deadlineAt,
    seatCount: view.seats.length,
    seatsUnderReview: view.seats.filter((seat) => seat.proof === 'under-review').length,
    total: cents(view.total),
    placedAt: view.placedAt,
  };
}

function decisionsIn(outcome: Outcome | undefined): object {
  const written = outcome?.effects.find((effect) => effect.kind === 'write-decision');
  return written ? { decisions: written.decisions } : {};
}
