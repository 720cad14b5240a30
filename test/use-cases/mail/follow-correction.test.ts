import type { LateBounce } from '../../../src/ports/mail/inbound-mail';
import type { OrderView } from '../../../src/domain/order-view';
import { Refusal } from '../../../src/domain/refusal';
import type { Letters } from '../../../src/ports/mail/letters';
import { createFollowCorrection } from '../../../src/use-cases/mail/follow-correction';
import { ORDER, withSeats } from '../../people';

const { reference: order } = ORDER;
const NOW = '2027-01-11T16:45:00.000Z';
const CORRECTED_AT = '2027-01-11T16:30:00.000Z';
const COMMAND = `late-bounce-${Date.parse(CORRECTED_AT)}`;
const TICKETS: LateBounce['letter'] = { kind: 'tickets', order, about: { release: 1 } };
const REFUSAL: LateBounce['letter'] = { kind: 'refusal', order, about: { command: 'no-1', seats: [3] } };

const out = withSeats(ORDER, { 3: { proof: 'approved', delivery: 'sent' } });
const held = { ...ORDER, seats: ORDER.seats.map((seat) => ({ ...seat, delivery: 'held' as const })) };
const refused = withSeats(ORDER, { 3: { proof: 'refused' } });

/** What leaves when this letter comes back. */
async function followed(letter: LateBounce['letter'], view: OrderView, trouble?: Error) {
  const [asked, written, sent] = [new Array<object>(), new Array<Parameters<Letters['write']>[0]>(), new Array<string>()];
  const follow = createFollowCorrection({
    orders: { view: () => Promise.resolve(view) },
    letters: { write: (one) => (written.push(one), Promise.resolve('written')) },
    changeOrder: {
      sendTicketsAgain: (_order, command) => {
        if (trouble) return Promise.reject(trouble);
        asked.push(command);
        return Promise.resolve({ seq: 9, late: [] });
      },
    },
    clock: { now: () => NOW },
  });
  const key = await follow({ letter, correctedAt: CORRECTED_AT });
  if (key !== undefined) sent.push(key);
  return { asked, written, sent };
}

test('tickets leave again by the story, by one command for each correction', async () => {
  const { asked, written } = await followed(TICKETS, out);
  expect(asked).toEqual([{ command: COMMAND, by: { role: 'system' }, door: 'system', addressCorrected: true }]);
  expect(written).toEqual([]);
});

test('where the rules let none leave any more, nothing does; a story that is away is asked again', async () => {
  expect(await followed(TICKETS, out, new Refusal('no-ticket-yet', 'None.'))).toEqual({ asked: [], written: [], sent: [] });
  await expect(followed(TICKETS, out, new Error('Away.'))).rejects.toThrow('Away.');
  expect((await followed(TICKETS, held)).asked).toEqual([]);
});

test('a letter that is still true is written once more, to the address of now', async () => {
  const { written, sent } = await followed(REFUSAL, refused);
  expect(written).toEqual([
    { ...REFUSAL, about: { ...REFUSAL.about, again: COMMAND }, language: refused.language, to: refused.customer.email, at: NOW },
  ]);
  expect(sent).toEqual(['written']);
});

test('one that is true no more is not', async () => {
  expect((await followed(REFUSAL, out)).written).toEqual([]);
});

test('the confirmation that left with the correction says all that a reminder does', async () => {
  const waiting = withSeats(ORDER, { 3: { proof: 'awaiting-proof' } });
  expect((await followed({ kind: 'reminder', order, about: { count: 1 } }, waiting)).written).toEqual([]);
});
