import { GIVEN_UP } from '../../given-up-orders';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';
import { signsIn } from '../visitor';

/** What the till reads after a sale, whenever it looks: nobody waits for tickets that are there, or will never be. */
let theatre: Theatre;
afterEach(() => theatre.close());

async function soldPage(order = ORDER): Promise<string> {
  theatre = await openTheatre({ orders: [order] });
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  const { text } = await helene.get('/guichet/caisse/vendu/7K2M-4Q9T').expect(200);
  return text.replaceAll('\u00a0', ' ');
}

it('tickets that were used are ready all the same', async () => {
  const text = await soldPage({ ...ORDER, tickets: ORDER.tickets.map((ticket) => ({ ...ticket, admission: 'used' as const })) });
  expect(text).toContain('Billets prêts');
  expect(text).toContain('Imprimer les billets');
  expect(text).toContain('déjà entrés');
  expect(text).not.toMatch(/en préparation|wait\.js/);
});

it.each(GIVEN_UP.filter(({ alive }) => !alive))('an order that was given up is told as such: $name', async ({ order, owed }) => {
  const text = await soldPage(order);
  expect(text).toContain(owed > 0 ? 'Commande annulée, à rembourser' : 'Commande annulée');
  expect(text).not.toMatch(/en préparation|Imprimer les billets|wait\.js/);
});

it('of an order that has no ticket yet, and waits for none of its proofs, the tickets are being made', async () => {
  const seats = Object.fromEntries(ORDER.seats.map(({ no }) => [no, { proof: 'not-required', delivery: 'held' } as const]));
  expect(await soldPage({ ...withSeats(ORDER, seats), tickets: [] })).toContain('Billets en préparation');
});

it.each(['under-review', 'more-info', 'refused', 'refused-final', 'expired'] as const)(
  'where nothing leaves before an answer (%s), nobody looks again for tickets',
  async (proof) => {
    const seats = Object.fromEntries(ORDER.seats.map(({ no }) => [no, { proof, delivery: 'held' } as const]));
    const text = await soldPage({ ...withSeats(ORDER, seats), tickets: [] });
    expect(text).toContain('Billets retenus');
    expect(text).not.toMatch(/en préparation|wait\.js/);
  },
);
