import type { OrderView } from '../../../src/domain/order-view';
import { createCorrectAddress } from '../../../src/use-cases/access/correct-address';
import { ORDER, withSeats } from '../../people';

const HEAD = { command: 'desk-1', by: { role: 'staff', id: 1 }, door: 'desk' } as const;

/** What leaves when the address of this order is put right. */
async function corrected(view: OrderView, trouble?: Error) {
  const [sent, tickets, warned] = [new Array<string>(), new Array<string>(), new Array<string>()];
  const correct = createCorrectAddress({
    orders: {
      view: () => Promise.resolve(view),
      renewLink: (_order, { again = [] }) => Promise.resolve({ version: 2, letter: 'new-link', again }),
    },
    venueSettings: { inboxes: () => Promise.resolve([]) },
    attempts: { count: () => Promise.resolve() },
    sendLetter: (key) => {
      sent.push(key);
      return Promise.resolve('sent');
    },
    changeOrder: {
      sendTicketsAgain: (_order, { command, addressCorrected }) => {
        if (trouble) return Promise.reject(trouble);
        tickets.push(addressCorrected ? command : 'asked for');
        return Promise.resolve({ seq: 9, late: [] });
      },
    },
    clock: { now: () => '2027-01-11T16:45:00.000Z' },
    warn: (what) => void warned.push(what),
  });
  const { letter } = await correct(view.reference, { ...HEAD, email: 'camille@corrected.example' });
  return { letter, sent, tickets, warned };
}

const lost = (letter: 'confirmation' | 'tickets') => [{ letter, to: 'customer', how: 'unwritable' } as const];
const done = withSeats(ORDER, { 3: { proof: 'approved' }, 4: { proof: 'approved' }, 5: { proof: 'approved' } });
const waiting = withSeats(ORDER, { 3: { proof: 'awaiting-proof' } });

test('the confirmation that never arrived follows the new link', async () => {
  expect(await corrected({ ...waiting, undelivered: lost('confirmation') })).toEqual({
    ...{ letter: 'sent', sent: ['new-link', 'confirmation'], tickets: [], warned: [] },
  });
});

test('the confirmation that a stranger got follows it too, as long as proofs are awaited', async () => {
  expect((await corrected(waiting)).sent).toEqual(['new-link', 'confirmation']);
});

test('where nothing is asked any more, the link leaves alone', async () => {
  expect(await corrected(done)).toEqual({ letter: 'sent', sent: ['new-link'], tickets: [], warned: [] });
});

test('tickets that reached nobody leave by the story; the address is right without them too', async () => {
  const order = { ...done, undelivered: lost('tickets') };
  expect(await corrected(order)).toMatchObject({ sent: ['new-link'], tickets: ['desk-1-tickets'] });
  const away = await corrected(order, new Error('Away.'));
  expect([away.letter, away.warned.length]).toEqual(['sent', 1]);
});
