import type { OrderView, SeatView } from '../../../src/domain/order-view';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { enters, unmarked } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';
const one = (changes: Partial<SeatView>, tickets: OrderView['tickets'] = []): OrderView => {
  const order = withSeats(ORDER, { 3: changes });
  return { ...order, proofs: [], tickets, seats: order.seats.filter(({ no }) => no === 3) };
};
const TICKET = { seat: 3, number: 12_463, uid: 'CM-7K2M-4Q9T-3', release: 1, proofToShow: true } as const;

async function page(order: OrderView, path = HOME): Promise<string> {
  theatre = await openTheatre({ orders: [order] });
  return unmarked((await (await enters(theatre)).get(path).expect(200)).text).replaceAll('\u00a0', ' ');
}

it.each([
  ['awaited', { proof: 'awaiting-proof', delivery: 'held' }, 'votre billet partira'],
  ['on its way', { proof: 'approved', delivery: 'ready' }, 'Votre billet va partir'],
  ['sent', { proof: 'approved', delivery: 'sent' }, 'Votre billet est parti'],
  ['refused by its host', { proof: 'approved', delivery: 'failed' }, 'Votre billet n’a pas pu vous être envoyé'],
] as const)('the ticket of one seat is one: %s', async (_, seat, words) => {
  const text = await page(one(seat));
  expect(text).toContain(words);
  expect(text).not.toMatch(/[Vv]os billets/);
});

it('of several seats whose last ticket is still to leave, that one leaves', async () => {
  const sent = { proof: 'approved', delivery: 'sent' } as const;
  const last = { proof: 'awaiting-proof', delivery: 'held' } as const;
  expect(await page(withSeats(ORDER, { 1: sent, 2: sent, 3: last, 4: sent, 5: sent }))).toContain('Ensuite, votre billet partira');
});

it('the page after the payment speaks of one ticket', async () => {
  const text = await page(one({ proof: 'awaiting-proof', delivery: 'held', deliveredAt: undefined }), `${HOME}/retour`);
  expect(text).toContain('Votre billet partira dès que nous aurons vérifié votre justificatif.');
});

it('what was to be shown at the door is not asked for any more once it was passed', async () => {
  const seat = { proof: 'check-at-door', delivery: 'sent' } as const;
  const before = await page(one(seat, [{ ...TICKET, admission: 'valid' }]));
  expect(before).toContain('Le justificatif vous sera demandé à l’entrée');
  await theatre.close();
  const after = await page(one(seat, [{ ...TICKET, admission: 'used', usedAt: '2027-01-11T16:00:00.000Z' }]));
  expect(after).toContain('Présenté à l’entrée le');
  expect(after).not.toMatch(/À présenter à l’accueil|Le justificatif vous sera demandé/);
});
