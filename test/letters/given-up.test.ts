import { cents } from '../../src/domain/money';
import { statesPhrase } from '../../src/letters/wording/order-heads';
import { GIVEN_UP } from '../given-up-orders';
import { ORDER, withSeats } from '../people';
import { LETTERS } from './drawer';
import { plain, read } from './reading';

/** What was given up, as letters tell it. */
it.each(GIVEN_UP)('$name: in a letter to staff', ({ order, staff }) => {
  expect(
    statesPhrase(
      order.seats.filter((seat) => seat.delivery === 'void'),
      'fr',
    ),
  ).toBe(staff);
});

const text = (drawn: Parameters<typeof read>[0]) => plain(read(drawn).text);
const voided = (no: number, price = 1400) => withSeats(ORDER, { [no]: { proof: 'refunded', delivery: 'void', price: cents(price) } });

it('the tickets that leave say which seats of the order are cancelled', () => {
  expect(text(LETTERS.tickets('fr', { order: voided(5), about: { release: 1 } }))).toContain('La place 5 est annulée.');
  expect(text(LETTERS.tickets('en', { order: voided(5), about: { release: 1 } }))).toContain('Ticket 5 is cancelled.');
});

it('tickets sent again after a refused address are the ones in the document, and no others', () => {
  const order = withSeats(voided(2), { 1: { delivery: 'ready' } });
  const used = order.tickets.map((ticket) => (ticket.seat === 2 ? { ...ticket, admission: 'used' as const } : ticket));
  const said = text(LETTERS['tickets-again']('fr', { order: { ...order, tickets: used } }));
  expect(said).toContain('Place 1 : Plein tarif, Camille Roussel');
  expect(said).not.toContain('Paul Roussel');
});

describe('« Le délai est passé »', () => {
  const refund = (order: typeof ORDER) => ({ ...order, venue: { ...order.venue, policy: { ...order.venue.policy, deadlineOutcome: 'refund' as const } } }); // prettier-ignore

  it('promises no money for a seat that cost nothing', () => {
    const letter = read(LETTERS.deadline('fr', { order: refund(voided(5, 0)), about: { seats: [5] } }));
    expect(plain(letter.text)).toContain('elle retourne à la vente');
    expect(plain(letter.text)).not.toMatch(/rendus|rembours/i);
    expect(letter.subject).not.toMatch(/rembours/i);
  });

  it('says « la commande » when all of it goes back, and that the money is still to come', () => {
    const order = refund({ ...voided(5), seats: voided(5).seats.slice(4) });
    const { subject } = read(LETTERS.deadline('fr', { order, about: { seats: [5] } }));
    expect(plain(subject)).toContain('votre commande sera remboursée');
    const part = read(LETTERS.deadline('fr', { order: refund(voided(5)), about: { seats: [5] } }));
    expect(plain(part.subject)).toContain('une partie de votre commande sera remboursée');
  });
});

const GONE = { proof: 'refunded', delivery: 'void' } as const;
const LEFT = '2027-01-10T10:15:00.000Z';

it.each([
  ['fr', [LEFT, LEFT], 'Les billets déjà envoyés ne sont plus valables.'],
  ['fr', [LEFT], 'Le billet déjà envoyé n’est plus valable.'],
  ['fr', [LEFT, undefined], 'Ses billets ne sont plus valables.'],
  ['fr', [undefined], 'Son billet n’est plus valable.'],
  ['en', [LEFT, LEFT], 'The tickets already sent are no longer valid.'],
  ['en', [LEFT], 'The ticket already sent is no longer valid.'],
  ['en', [undefined, undefined], 'Its tickets are no longer valid.'],
  ['en', [undefined], 'Its ticket is no longer valid.'],
] as const)('in %s, an order that is cancelled says of tickets that left at %j no more than is so', (language, left, said) => {
  const seats = withSeats(ORDER, { 1: { ...GONE, deliveredAt: left[0] }, 2: { ...GONE, deliveredAt: left[1] } }).seats;
  const tickets = ORDER.tickets.slice(0, left.length).map((ticket) => ({ ...ticket, admission: 'cancelled' as const }));
  const order = { ...ORDER, seats: seats.slice(0, left.length), tickets };
  expect(text(LETTERS.cancelled(language, { order }))).toContain(said);
});

it('a refund of some seats says that the whole order is cancelled, where none of it stands', () => {
  const order = { ...withSeats(ORDER, Object.fromEntries([1, 2, 3].map((no) => [no, { proof: 'refunded', delivery: 'void', price: cents(no === 3 ? 0 : 1400) }]))) }; // prettier-ignore
  const whole = { ...order, seats: order.seats.slice(0, 3) };
  const about = { seats: [1, 2] };
  const fr = text(LETTERS.refunded('fr', { order: whole, about }));
  expect(fr).toContain('La commande 7K2M-4Q9T est annulée en entier. Nous vous remboursons les places 1 et 2.');
  expect(text(LETTERS.refunded('en', { order: whole, about }))).toContain(
    'All of order 7K2M-4Q9T is cancelled. We refund tickets 1 and 2.',
  );
  expect(text(LETTERS.refunded('fr', { order, about }))).toContain('Nous vous remboursons les places 1 et 2 de votre commande.');
});

it('the cancelled order tells apart what was given back before', () => {
  const found = GIVEN_UP.find(({ name }) => name === 'whole, one seat given back before, the others owed');
  if (!found) throw new Error('No such case.');
  const said = text(LETTERS.cancelled('fr', { order: found.order, about: { seats: [1, 2, 3, 4] } }));
  expect(said).toContain('64,00 € vous seront rendus');
  expect(said).toContain('Déjà remboursée le 10 janvier');
});
