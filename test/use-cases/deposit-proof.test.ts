import { Readable } from 'node:stream';
import { createDepositProof } from '../../src/use-cases/deposit-proof';
import type { OrderView } from '../../src/domain/order-view';
import { Refusal } from '../../src/domain/refusal';
import type { Given, NewProof } from '../../src/ports/proofs/proofs';
import { fakeAttempts } from '../fakes/access';
import { stoppedClock } from '../fakes/clock';
import { ORDER, withSeats } from '../people';

const NOW = '2027-01-11T16:45:00.000Z';

/** The counter where proofs come in, and what it did. */
function counter(order: OrderView = ORDER, now = NOW, given: Given = 'new') {
  const added: NewProof[] = [];
  const told: string[] = [];
  const read: string[] = [];
  const purged: string[] = [];
  let ids = 0;
  /** Files that take long to be read, by the order in which they come. */
  const slow = new Map<number, Promise<void>>();
  const deposit = createDepositProof({
    orders: { view: () => Promise.resolve(order) },
    proofs: {
      add: (proof) => Promise.resolve(void added.push(proof)),
      give: () => Promise.resolve(given),
      drop: () => Promise.resolve(),
      markPurged: () => Promise.resolve(),
    },
    files: {
      receive: async (id) => {
        read.push(id);
        await slow.get(read.length);
        return { kind: 'jpeg', bytes: 1, sha256: '', pages: 1, pagesInFile: 1, fingerprints: { bytes: '', pixels: '' } };
      },
      purge: (id) => Promise.resolve(void purged.push(id)),
    },
    runs: { depositProof: (_order, { command }) => Promise.resolve(told.push(command)).then((seq) => ({ seq, late: [] })) },
    reach: (_order, _head, send) => send(),
    attempts: fakeAttempts(),
    clock: stoppedClock(now),
    newId: () => `id-${(ids += 1)}`,
    warn: () => undefined,
  });
  const open = (address = '192.0.2.1') => deposit({ order: order.reference, seats: [5], consent: false, address });
  return { open, added, told, read, purged, slow };
}

const file = (fileName = 'carte.jpg') => ({ fileName, stream: Readable.from([]) });

async function codeOf(work: Promise<unknown>): Promise<string> {
  const fault: unknown = await work.catch((one: unknown) => one);
  if (fault instanceof Refusal) return fault.code;
  return 'taken';
}

it.each([
  ['not paid', { payment: 'pending', status: 'awaiting-payment' }, 'order-not-paid'],
  ['whose payment failed', { payment: 'failed', status: 'awaiting-payment' }, 'order-not-paid'],
  ['cancelled', { status: 'cancelled' }, 'not-allowed-now'],
  ['whose hold is over', { payment: 'expired', status: 'expired' }, 'not-allowed-now'],
  ['refunded', { payment: 'refunded', status: 'refunded' }, 'not-allowed-now'],
] as const)('of an order %s no file is read', async (_what, change, code) => {
  const { open, read } = counter({ ...ORDER, ...change });
  expect(await codeOf(open())).toBe(code);
  expect(read).toEqual([]);
});

it('once the performance has begun, or for a seat that is being settled, no file is read', async () => {
  expect(await codeOf(counter(ORDER, ORDER.performance.startsAt).open())).toBe('order-over');
  expect(await codeOf(counter(withSeats(ORDER, { 5: { settling: true } })).open())).toBe('not-allowed-now');
});

it('files of one sending that are ready in the same moment are one answer, in the order in which they were sent', async () => {
  const { open, added, told, slow } = counter();
  let ready = (): void => undefined;
  slow.set(1, new Promise((resolve) => (ready = resolve)));
  const sending = await open();
  const first = sending.take(file('recto.jpg'));
  await sending.take(file('verso.jpg'));
  ready();
  await first;
  expect(await sending.close()).toBe('told');
  expect(new Set(added.map((proof) => `deposit-${proof.sending ?? ''}`))).toEqual(new Set(told));
  expect(added.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt)).map(({ fileName }) => fileName)).toEqual([
    'recto.jpg',
    'verso.jpg',
  ]);
});

it.each(['told', 'kept'] as const)(
  'files that had come before (%s) are not told again, and nothing of the second copy stays',
  async (given) => {
    const { open, told, purged, added } = counter(ORDER, NOW, given);
    const sending = await open();
    await sending.take(file());
    expect(await sending.close()).toBe(given);
    expect(told).toEqual([]);
    expect(purged).toEqual(added.map(({ id }) => id));
  },
);

it('sixty files in the same moment: ten are read', async () => {
  const { open, read } = counter();
  const sending = await open();
  const codes = await Promise.all(Array.from({ length: 60 }, () => codeOf(sending.take(file()))));
  expect(codes.filter((code) => code === 'taken')).toHaveLength(10);
  expect(new Set(codes)).toEqual(new Set(['taken', 'too-many-files']));
  expect(read).toHaveLength(10);
});

it('an order has sixty files read within the hour, from wherever they come', async () => {
  const { open, read } = counter();
  const codes: string[] = [];
  for (let n = 0; n < 7; n += 1) {
    const sending = await open(`192.0.2.${n}`);
    for (let one = 0; one < 10; one += 1) codes.push(await codeOf(sending.take(file())));
  }
  expect(codes.indexOf('too-many-tries')).toBe(60);
  expect(read).toHaveLength(60);
});
