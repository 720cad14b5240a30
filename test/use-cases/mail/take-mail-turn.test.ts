import { defined } from '../../fakes/defined';
import { ORDER } from '../../people';
import { anInbox, aWorker, OTHER_TOKEN, reply, spoil, TOKENS } from '../an-inbox';
import type { AnInbox } from '../an-inbox';

let inbox: AnInbox;
let takeTurn: ReturnType<typeof aWorker>;

beforeEach(() => {
  inbox = anInbox();
  takeTurn = aWorker(inbox);
});

const decisions = (order = ORDER.reference) => defined(inbox.book.get(order)).events.filter(({ kind }) => kind === 'decided');

describe('one consumer', () => {
  test('another worker keeps its hands off until the first has gone', async () => {
    const stopping = new AbortController();
    const first = aWorker(inbox, 'worker 1', stopping.signal);
    await first();
    inbox.mailbox.deliver(reply());
    const second = aWorker(inbox, 'worker 2');
    expect(await second()).toMatchObject({ handled: 0, busyElsewhere: true });
    stopping.abort();
    await first();
    expect(await second()).toMatchObject({ handled: 1, busyElsewhere: false });
  });

  test('whoever has lost the mailbox meanwhile moves nothing', async () => {
    let asked = 0;
    const mend = spoil(inbox.ledger, 'lease', (lease) => (...args) => {
      asked += 1;
      return asked === 1 ? lease(...args) : Promise.resolve(false);
    });
    inbox.mailbox.deliver(reply());
    expect(await takeTurn()).toMatchObject({ handled: 0 });
    expect(inbox.mailbox.inbox()).toEqual([1]);
    mend();
    await takeTurn();
    expect(decisions()).toHaveLength(1);
    expect(inbox.mailbox.folders.handled).toEqual([1]);
  });

  test('a turn that is given twice in one process is taken once', async () => {
    inbox.mailbox.deliver(reply());
    const turns = await Promise.all([takeTurn(), takeTurn()]);
    expect(turns.map(({ busyElsewhere }) => busyElsewhere)).toEqual([false, true]);
  });

  test('a turn that is told to stop ends between two mails', async () => {
    const stop = new AbortController();
    spoil(inbox.ledger, 'store', (store) => (...args) => {
      stop.abort();
      return store(...args);
    });
    for (let mail = 1; mail <= 30; mail += 1) inbox.mailbox.deliver(reply({ token: mail % 2 ? TOKENS.sophie : OTHER_TOKEN }));
    expect(await takeTurn(stop.signal)).toMatchObject({ handled: 25 });
    expect(inbox.mailbox.inbox()).toHaveLength(5);
  });
});
