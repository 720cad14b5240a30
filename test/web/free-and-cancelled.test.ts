import { cents } from '../../src/domain/money';
import type { OrderView } from '../../src/domain/order-view';
import { HELENE_AT_THE_TILL, openTheatre, type Theatre } from './harness';
import { ORDER } from '../people';
import { enters, signsIn } from './visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const FREE: OrderView = {
  ...ORDER,
  total: cents(0),
  payments: ORDER.payments.map((payment) => ({ ...payment, amount: cents(0), method: 'GRATUIT' })),
};
const CANCELLED: OrderView = {
  ...FREE,
  status: 'cancelled',
  seats: FREE.seats.map((seat) => ({ ...seat, delivery: 'void', proof: 'refunded' })),
};
const begun = { seq: 1, at: ORDER.placedAt, event: 'started', actor: 'system', door: 'system', detail: { released: [1, 2] } };

it.each([
  ['free', FREE, 'Confirmé, billets 1 et 2 en route', 'Payé'],
  ['paid', ORDER, 'Payé, billets 1 et 2 en route', 'Confirmé'],
])('the history of a %s order begins with what happened', async (_what, order, words, never) => {
  theatre = await openTheatre({
    orders: [order],
    needs: ({ orders }) => ({ orders: { ...orders, timeline: () => Promise.resolve([begun]) } }),
  });
  const { text } = await (await signsIn(theatre, HELENE_AT_THE_TILL)).get(`/guichet/commandes/${ORDER.reference}`);
  expect(text).toContain(words);
  expect(text).not.toContain(`${never}, billets`);
});

it.each([
  ['stands', 'Confirmé', FREE],
  ['is cancelled', 'Commandé', CANCELLED],
])('the page of a free order that %s says %s', async (_how, word, order) => {
  theatre = await openTheatre({ orders: [order] });
  const { text } = await (await enters(theatre)).get(`/commande/${ORDER.reference}`);
  expect(text).toMatch(new RegExp(`<dt>${word}</dt>\\s*<dd>Gratuit, le`));
});
