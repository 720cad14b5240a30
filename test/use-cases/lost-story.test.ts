import { Refusal } from '../../src/domain/refusal';
import { createReach } from '../../src/use-cases/reach-story';
import { tell } from '../../src/use-cases/receive-payment';
import { createResumeStories } from '../../src/use-cases/resume-stories';
import { openBook } from '../fakes/book';
import { ORDER } from '../people';

const { reference } = ORDER;
const OBEYED = { seq: 7, late: [] };

/** An order whose story Temporal has lost, and one that runs. */
function lost() {
  const book = openBook([ORDER]);
  const done: string[] = [];
  const orders = {
    story: (order: string) => Promise.resolve(book.get(order)?.state),
    openStories: (after: string) => Promise.resolve(after === '' ? [reference, 'RUNS-ALRE'] : []),
    allowStanding: async (order: string) => void done.push(`let in ${order}`),
  };
  const runs = {
    start: async ({ order }: { readonly order: string }) => void done.push(`start ${order}`),
    isRunning: (order: string) => Promise.resolve(order !== reference),
    paymentReceived: async (order: string) => void done.push(`tell ${order}`),
  };
  return { orders, runs, done };
}

const BOTH = [`let in ${reference}`, `start ${reference}`];

test('resumed, it lets in first whom it had stopped at the door for nothing; one that runs is left alone', async () => {
  const { orders, runs, done } = lost();
  expect(await createResumeStories({ orders, runs })(() => undefined)).toEqual({ open: 2, resumed: 1 });
  expect(done).toEqual(BOTH);
});

test('so it does where a command finds that it was lost', async () => {
  const { orders, runs, done } = lost();
  let asked = 0;
  const send = () => ((asked += 1) === 1 ? Promise.reject(new Refusal('order-not-found', 'Lost.')) : Promise.resolve(OBEYED));
  expect(await createReach({ orders, runs })(reference, { command: 'c-1' }, send)).toEqual(OBEYED);
  expect(done).toEqual(BOTH);
});

const payments = { markTold: () => Promise.resolve() };

test('and where money comes in for it', async () => {
  const { orders, runs, done } = lost();
  await tell({ orders, payments, runs }, { verdict: 'upgrade', order: reference, payment: 2, upgradeOf: 3 });
  expect(done).toEqual([...BOTH, `tell ${reference}`]);
});

test('money for a story that runs stops nothing that is being done at the door', async () => {
  const { orders, runs, done } = lost();
  await tell(
    { orders, payments, runs: { ...runs, isRunning: () => Promise.resolve(true) } },
    { verdict: 'second', order: reference, payment: 2 },
  );
  expect(done).toEqual([`start ${reference}`, `tell ${reference}`]);
});
