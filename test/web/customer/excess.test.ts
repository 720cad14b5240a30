import { cents } from '../../../src/domain/money';
import type { PaymentView } from '../../../src/domain/order-view';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { enters } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';
const twice: PaymentView = { ...ORDER.payments[0]!, id: 2, reference: '7K2M-4Q9T.2', tooMany: true, status: 'refund-due' };

async function page(payment: PaymentView, query = '', path = '/commande/7K2M-4Q9T'): Promise<string> {
  theatre = await openTheatre({ orders: [{ ...ORDER, payments: [...ORDER.payments, payment] }] });
  const { text } = await (await enters(theatre)).get(`${path}${query}`).redirects(1).expect(200);
  return text.replaceAll('\u00a0', ' ');
}

it.each(['/commande/7K2M-4Q9T', '/commande/7K2M-4Q9T/retour'])(
  'whoever has paid twice reads so, and that it goes back: %s',
  async (path) => {
    const text = await page(twice, '', path);
    expect(text).toContain('Un paiement reçu en trop vous sera rendu');
    expect(text).toMatch(/Nous avons reçu 78,00 € le .*, de plus que ce que vous nous deviez\./);
    expect(text).toContain('vous n’avez rien à faire');
  },
);

it('reads for which seat it came, and when it has gone back, in English too', async () => {
  const back = { ...twice, amount: cents(1000), upgradeOf: 5, status: 'refunded', refundedAt: '2027-01-09T09:00:00.000Z' } as const;
  expect(await page(back)).toContain(
    'pour la place 5, qui ne pouvait pas passer au plein tarif à ce moment-là. Cette somme vous a été rendue le',
  );
  await theatre.close();
  theatre = await openTheatre({ orders: [{ ...ORDER, language: 'en', payments: [...ORDER.payments, twice] }] });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  expect(text).toContain('A payment in excess is given back to you');
});

it('of a seat whose difference was paid twice says that another payment settled it', async () => {
  const payments = [...ORDER.payments, { ...twice, amount: cents(1000), upgradeOf: 5 }];
  theatre = await openTheatre({ orders: [{ ...withSeats(ORDER, { 5: { proof: 'upgraded' } }), payments }] });
  const { text } = await (await enters(theatre)).get(HOME).expect(200);
  expect(text).toMatch(/pour la place.5, dont la différence est réglée par un autre paiement/);
  expect(text).not.toContain('ne pouvait pas passer');
});

it.each([
  [HOME, ''],
  [`${HOME}/retour`, '?place=5&paiement=7K2M-4Q9T.2'],
])('of a seat under review says that it is so, and what can be done later: %s', async (path, query) => {
  const payments = [...ORDER.payments, { ...twice, amount: cents(1000), upgradeOf: 5 }];
  theatre = await openTheatre({ orders: [{ ...withSeats(ORDER, { 5: { proof: 'under-review' } }), payments }] });
  const { text } = await (await enters(theatre)).get(`${path}${query}`).expect(200);
  expect(text.replaceAll('\u00a0', ' ')).toContain(
    'Son justificatif est en cours de vérification : s’il est refusé, la différence pourra de nouveau être réglée',
  );
  expect(text).not.toContain('plus besoin');
});

it.each([
  ['fr', 'refund-due', 'vous n’avez rien à faire, et votre commande reste annulée'],
  ['fr', 'refunded', 'Votre commande reste annulée'],
  ['en', 'refund-due', 'your order stays cancelled'],
] as const)('of an order that is cancelled says that it stays so: %s, %s', async (language, status, words) => {
  const late = {
    ...twice,
    amount: cents(1000),
    upgradeOf: 5,
    status,
    ...(status === 'refunded' && { refundedAt: '2027-01-09T09:00:00.000Z' }),
  };
  const none = { proof: 'refunded', delivery: 'void' } as const;
  const cancelled = { ...ORDER, language, seats: ORDER.seats.map((seat) => ({ ...seat, ...none })), payments: [...ORDER.payments, late] };
  theatre = await openTheatre({ orders: [cancelled] });
  const { text } = await (await enters(theatre)).get(HOME).expect(200);
  expect(text).toContain(words);
  expect(text).not.toMatch(/ne change pas|n’a pas changé|does not change/);
});

it('says nothing of it to anybody else', async () => {
  theatre = await openTheatre();
  expect((await (await enters(theatre)).get('/commande/7K2M-4Q9T')).text).not.toContain('en trop');
});
