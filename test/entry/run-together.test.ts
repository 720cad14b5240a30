import { runTogether } from '../../src/entry/run-together';

/** A worker that runs until it is told to stop, or until it breaks. */
function worker() {
  let [resolve, reject]: [() => void, (fault: Error) => void] = [() => undefined, () => undefined];
  const run = new Promise<void>((...ends) => ([resolve, reject] = ends));
  let state: 'RUNNING' | 'STOPPED' = 'RUNNING';
  const stops = (then: () => void) => () => {
    state = 'STOPPED';
    then();
  };
  return {
    run: () => run,
    getState: () => state,
    shutdown: stops(() => resolve()),
    breaks: stops(() => reject(new Error('The queue is gone.'))),
  };
}

test('when the worker of one queue breaks, that of the other finishes and ends too, and the process with them', async () => {
  const [orders, mailbox] = [worker(), worker()];
  const together = runTogether([orders, mailbox]);
  mailbox.breaks();
  await expect(together).rejects.toThrow('The queue is gone.');
  expect(orders.getState()).toBe('STOPPED');
});

test('when one is told to stop, both end, and nothing was wrong', async () => {
  const [orders, mailbox] = [worker(), worker()];
  const together = runTogether([orders, mailbox]);
  orders.shutdown();
  await together;
  expect(mailbox.getState()).toBe('STOPPED');
});
