import type { OrderView, SeatView } from '../../../src/domain/order-view';
import { FULL, ORDER } from '../../people';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';
import { enters, signsIn } from '../visitor';

/** Paid, with nothing to prove, while nothing sends letters: « partis » is said of what has left, and of nothing else. */
let theatre: Theatre;
afterEach(() => theatre.close());

const paid = (delivery: SeatView['delivery'], more: Partial<OrderView> = {}): OrderView => ({
  ...{ ...ORDER, status: 'released', waitsFor: 'performance', proofs: [], tickets: [], openReview: undefined },
  seats: ORDER.seats.map((seat) => ({ ...seat, tariff: FULL, proof: 'not-required', delivery, deliveredAt: undefined })),
  ...more,
});

const read = async (order: OrderView) => {
  theatre = await openTheatre({ orders: [order] });
  const mine = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  const desk = await (await signsIn(theatre, HELENE_AT_THE_TILL)).get('/guichet/commandes/7K2M-4Q9T').expect(200);
  return { mine: mine.text, desk: desk.text };
};

it.each(['held', 'ready'] as const)(
  'tickets that are %s are about to leave, for page and desk, and no deadline is told',
  async (delivery) => {
    const { mine, desk } = await read(paid(delivery));
    expect(mine).toContain('Vos billets vont partir');
    expect(mine).not.toMatch(/sont partis|dans votre messagerie|au plus tard le/);
    expect(mine).toContain('Billet prêt, il part dans un instant.');
    expect(desk).toContain('billets prêts, en cours d’envoi');
    expect(desk).not.toMatch(/billets partis|Date limite/);
  },
);

it('tickets that have left have left', async () => {
  const { mine, desk } = await read(paid('sent'));
  expect(mine).toContain('Vos billets sont partis');
  expect(desk).toContain('billets partis');
});

it('of a sale at the counter to somebody without an address nothing is said to have been sent', async () => {
  const { desk } = await read(paid('sent', { customer: { number: 12, name: 'Camille Roussel' } }));
  expect(desk).toContain('billets à imprimer au guichet');
  expect(desk).not.toMatch(/billets partis|Billets? envoyés?|Date limite/);
});
