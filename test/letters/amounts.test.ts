import { cents } from '../../src/domain/money';
import type { OrderView } from '../../src/domain/order-view';
import { ORDER } from '../people';
import { SETTLED } from '../settled-order';
import { LETTERS, SETTINGS } from './drawer';
import { plain, read } from './reading';

const said = (kind: 'confirmation' | 'cancelled', about = {}) => plain(read(LETTERS[kind]('fr', { order: SETTLED, about })).text);

test('a letter’s lines add up: seats with their fees, the delivery, and the difference that was settled', () => {
  const text = said('cancelled');
  expect(text).toContain('Place 3 : Plein tarif, Léa Roussel, 24,50 €');
  expect(text).not.toContain('Étudiant, Léa Roussel');
  expect(text).toContain('Envoi soumis à justificatif : 1,81 €');
  expect(text).toMatch(/Payé le [^,]*, la différence le [^,]*, frais compris : 92,31 €/);
  expect(text).toContain('92,31 € vous seront rendus');
});

test('a letter about some seats tells what was paid for those', () => {
  expect(said('cancelled', { seats: [3, 5] })).toContain('39,72 € vous seront rendus');
});

test('the letter that asks for a refund leads where cashiers note it', () => {
  expect(read(LETTERS['refund-to-do']('fr')).links).toEqual([`${SETTINGS.publicUrl}/guichet/commandes/${ORDER.reference}`]);
});

test('what costs nothing is said to be free, and nothing of it is given back', () => {
  const seats = ORDER.seats.map((seat) => ({ ...seat, price: cents(0), toFullPrice: cents(0) }));
  const order = { ...ORDER, seats, total: cents(0) };
  const confirmed = read(LETTERS.confirmation('fr', { order }));
  expect(plain(confirmed.text)).toContain('Votre commande est confirmée');
  expect(plain(confirmed.text)).toContain('Étudiant, Léa Roussel, Gratuit');
  expect(plain(confirmed.text)).toMatch(/Commandé le [^:]*: Gratuit/);
  expect(plain(confirmed.subject)).not.toContain('payé');
  expect(plain(read(LETTERS.cancelled('fr', { order })).text)).not.toContain('rendus');
});

describe('money goes back by the way it came', () => {
  const [first] = SETTLED.payments;
  if (!first) throw new Error('Camille has paid.');
  const cash = { ...first, id: 9, method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' };
  const letter = (kind: 'cancelled' | 'refunded' | 'order-refund', payments: OrderView['payments']) => {
    return plain(read(LETTERS[kind]('fr', { order: { ...SETTLED, payments }, about: { seats: [5], count: 3 } })).text);
  };

  it.each(['cancelled', 'refunded', 'order-refund'] as const)('%s', (kind) => {
    expect(letter(kind, [first])).toContain('sur votre moyen de paiement');
    expect(letter(kind, [cash])).toContain('au guichet, par le moyen dont vous aviez payé');
    expect(letter(kind, [cash])).not.toContain('sur votre moyen de paiement');
  });

  it('a difference that was paid in cash, of a seat bought on the web: each amount by its way', () => {
    const difference = { ...cash, amount: cents(1231), upgradeOf: 3 };
    const back = (kind: 'cancelled' | 'refunded', language: 'fr' | 'en') =>
      plain(read(LETTERS[kind](language, { order: { ...SETTLED, payments: [first, difference] }, about: { seats: [3] } })).text);
    expect(back('cancelled', 'fr')).toContain('comme vous aviez payé : 14,86 € sur votre carte et 10,00 € au guichet');
    expect(back('refunded', 'fr')).toContain(
      '14,86 € arrivent sur votre carte, d’ordinaire sous quelques jours, et 10,00 € vous sont rendus au guichet',
    );
    expect(back('cancelled', 'en')).toMatch(/as you paid: €14\.86 on your card and €10\.00 at the box office/);
  });

  it('whoever gives it back reads where', () => {
    const toDo = (payments: OrderView['payments']) =>
      plain(read(LETTERS['refund-to-do']('fr', { order: { ...SETTLED, payments }, about: { seats: [3] } })).text);
    expect(toDo([first])).toContain('Remboursez-le chez votre prestataire de paiement, puis');
    expect(toDo([cash])).toContain('Rendez-le au guichet, par le moyen dont il a été payé, puis');
    expect(toDo([first, { ...cash, amount: cents(1231), upgradeOf: 3 }])).toContain(
      'Rendez 14,86 € chez votre prestataire de paiement et 10,00 € au guichet',
    );
  });

  it('nothing has « left » where all of it is fetched at the counter', () => {
    expect(letter('refunded', [cash])).not.toContain('parti');
    expect(letter('refunded', [cash])).toContain('Votre remboursement se fait au guichet');
  });

  it('a payment too many, by itself', () => {
    const payment = { reference: cash.reference, amount: cash.amount };
    const order = { ...SETTLED, payments: [{ ...cash, tooMany: true }] };
    expect(plain(read(LETTERS['payment-refund']('fr', { order, payment })).text)).toMatch(
      /rendue au guichet, par le moyen dont vous aviez payé\./,
    );
    expect(plain(read(LETTERS['payment-refund']('en', { order, payment })).text)).toContain('at the box office');
  });
});

test('a payment too many for an order that is cancelled leaves it so', () => {
  const seats = SETTLED.seats.map((seat) => ({ ...seat, proof: 'refunded', delivery: 'void' }) as const);
  const told = (language: 'fr' | 'en') => plain(read(LETTERS['payment-refund'](language, { order: { ...SETTLED, seats } })).text);
  expect(told('fr')).toContain('Votre commande, elle, reste annulée.');
  expect(told('en')).toContain('Your order itself stays cancelled.');
  expect(told('fr') + told('en')).not.toMatch(/ne change pas|does not change/);
});

test('the letter with tickets whose difference was settled says what was paid', () => {
  const tickets = SETTLED.seats.map(({ no: seat }) => ({ seat, number: 12_000 + seat, uid: `CM-7K2M-4Q9T-${seat}`, release: 1, admission: 'valid' as const, proofToShow: false })); // prettier-ignore
  const order = { ...SETTLED, tickets };
  expect(plain(read(LETTERS.tickets('fr', { order, about: { release: 1 } })).text)).toMatch(/Payé le .*92,31 €/);
  expect(plain(read(LETTERS['tickets-again']('fr', { order, about: { seats: [3] } })).text)).toMatch(/Payé le .*92,31 €/);
});

describe('a letter with tickets has lines that add up', () => {
  const tickets = SETTLED.seats.map(({ no: seat }) => ({ seat, number: 12_000 + seat, uid: `CM-7K2M-4Q9T-${seat}`, release: 1, admission: 'valid' as const, proofToShow: false })); // prettier-ignore
  const inCents = (amount = '') => Number(amount.replaceAll(/\D/g, ''));
  const sums = (text: string, line: RegExp) => [...text.matchAll(line)].map(([, amount]) => inCents(amount));

  it.each([
    ['all its seats', [1, 2, 3, 4, 5]],
    ['some of them', [1, 3]],
    ['one that was settled', [3]],
    ['one as it was', [4]],
  ])('about %s, once more and the first time', (_what, seats) => {
    const order = { ...SETTLED, tickets: tickets.filter(({ seat }) => seats.includes(seat)) };
    const letters = [
      read(LETTERS.tickets('fr', { order, about: { release: 1 } })).text,
      read(LETTERS['tickets-again']('fr', { order, about: { seats } })).text,
      read(LETTERS['tickets-again']('fr', { order, about: {} })).text,
    ];
    for (const text of letters.map(plain)) {
      const seatLines = sums(text, /Place \d : [^:]*?, (\d+,\d\d) €/g);
      const [delivery] = sums(text, /Envoi soumis à justificatif[^:]* : (\d+,\d\d) €/g);
      expect(seatLines.length).toBeGreaterThan(0);
      expect(delivery).toBeGreaterThan(0);
      const [paid] = sums(text, /Payé le [^:]* : (\d+,\d\d) €/g);
      expect(seatLines.reduce((sum, amount) => sum + amount, delivery ?? 0)).toBe(paid);
    }
  });
});
