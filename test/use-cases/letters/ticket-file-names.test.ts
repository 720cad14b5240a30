import { letterKey, type LetterName } from '../../../src/domain/letter';
import type { OrderView } from '../../../src/domain/order-view';
import { openAttachments } from '../../../src/use-cases/letters/letter-attachments';
import { ORDER } from '../../people';

const PDF = Buffer.from('%PDF');
const none = () => Promise.reject(new Error('No proof goes with tickets.'));
const attachmentsFor = openAttachments({
  files: { page: none, rendered: none },
  proofs: { logView: none, markLost: none },
  printTickets: () => Promise.resolve(PDF),
  clock: { now: () => '2027-01-11T09:00:00.000Z' },
});

async function fileOf(about: LetterName['about'], order: OrderView = LATER): Promise<string | undefined> {
  const name = { kind: 'tickets', order: order.reference, about } as const;
  const recipient = { address: order.customer.email ?? '', name: order.customer.name };
  const facts = { key: letterKey(name), name, language: order.language, recipient, order };
  return (await attachmentsFor(facts))[0]?.name;
}

const [first, second] = ORDER.tickets;
if (!first || !second) throw new Error('Two tickets have left.');
const LATER: OrderView = { ...ORDER, tickets: [first, { ...second, release: 2 }] };

test('tickets that leave one after the other are files of different names', async () => {
  expect(await fileOf({ release: 1 })).toBe('billets-7K2M-4Q9T-place-1.pdf');
  expect(await fileOf({ release: 2 })).toBe('billets-7K2M-4Q9T-place-2.pdf');
  expect(await fileOf({ release: 1 }, ORDER)).toBe('billets-7K2M-4Q9T-places-1-2.pdf');
  expect(await fileOf({ release: 2 }, { ...LATER, language: 'en' })).toBe('tickets-7K2M-4Q9T-ticket-2.pdf');
});

test('all of an order keep the plain name', async () => {
  const all = { ...ORDER, seats: ORDER.seats.slice(0, 2) };
  expect(await fileOf({ release: 1 }, all)).toBe('billets-7K2M-4Q9T.pdf');
});
