import { defined } from '../../fakes/defined';
import { ORDER } from '../../people';
import { anInbox, aWorker, OTHER_TOKEN, reply, spoil } from '../an-inbox';
import type { AnInbox } from '../an-inbox';

let inbox: AnInbox;
let takeTurn: ReturnType<typeof aWorker>;

beforeEach(() => {
  inbox = anInbox();
  takeTurn = aWorker(inbox);
});

const verdicts = () => inbox.ledger.rows.map((row) => row.verdict?.verdict);
const proofs = (order = ORDER.reference) => defined(inbox.book.get(order)).view.seats.map(({ proof }) => proof);
const decisions = (order = ORDER.reference) => defined(inbox.book.get(order)).events.filter(({ kind }) => kind === 'decided');

describe('trouble', () => {
  test('with one mail puts it aside after five tries, and the others pass at once', async () => {
    spoil(inbox.reader, 'open', (open) => (raw, whole) => {
      return raw.includes('POISON') ? Promise.reject(new Error('cannot be parsed')) : open(raw, whole);
    });
    inbox.mailbox.deliver(reply({ text: 'POISON' }));
    inbox.mailbox.deliver(reply());
    await takeTurn();
    expect(inbox.mailbox.folders).toEqual({ handled: [2], 'to-check': [1] });
    expect(inbox.ledger.rows[0]).toMatchObject({ tries: 5, verdict: { verdict: 'unreadable', needsAPerson: true } });
    expect(inbox.warned.filter((what) => what.includes('put aside'))).toHaveLength(1);
  });

  test('with the database or the stories is nobody’s fault: nothing is counted, nothing is lost', async () => {
    const mend = spoil(inbox.ledger, 'reviewByToken', () => () => Promise.reject(new Error('the database is away')));
    inbox.mailbox.deliver(reply());
    for (let turn = 1; turn <= 7; turn += 1) {
      await expect(takeTurn()).rejects.toThrow('the database is away');
      await inbox.mailbox.idle(60_000);
      await inbox.mailbox.idle(60_000);
    }
    mend();
    await takeTurn();
    expect(inbox.ledger.rows[0]).toMatchObject({ tries: 0, verdict: { verdict: 'applied' } });
    expect(inbox.mailbox.inbox()).toEqual([]);
  });

  test('between obeying and remembering has the reply obeyed once all the same', async () => {
    const mend = spoil(inbox.ledger, 'judge', () => () => Promise.reject(new Error('killed')));
    inbox.mailbox.deliver(reply());
    await expect(takeTurn()).rejects.toThrow('killed');
    expect(proofs().slice(2, 4)).toEqual(['approved', 'approved']);
    mend();
    await aWorker(inbox)();
    expect(verdicts()).toEqual(['applied']);
    expect(defined(inbox.book.get(ORDER.reference)).state.settling).toHaveLength(1);
    expect(inbox.mailbox.folders.handled).toEqual([1]);
  });

  test('between remembering and filing only files', async () => {
    const mend = spoil(inbox.mailbox, 'file', () => () => Promise.reject(new Error('the line broke')));
    inbox.mailbox.deliver(reply());
    await expect(takeTurn()).rejects.toThrow('the line broke');
    mend();
    await takeTurn();
    expect(decisions()).toHaveLength(1);
    expect(inbox.mailbox.folders.handled).toEqual([1]);
  });

  test('with one order does not keep the other orders waiting', async () => {
    const mend = spoil(inbox.runs, 'decide', (decide) => (order, command) => {
      if (order !== ORDER.reference) return decide(order, command);
      mend();
      return new Promise(() => undefined);
    });
    inbox.mailbox.deliver(reply());
    inbox.mailbox.deliver(reply({ token: OTHER_TOKEN }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied', 'applied']);
    expect(inbox.mailbox.folders.handled).toEqual([2, 1]);
  });

  test('with a reply keeps the younger ones about the same order behind it', async () => {
    let away = 2;
    spoil(inbox.runs, 'decide', (decide) => (order, command) => {
      away -= 1;
      return away >= 0 ? Promise.reject(new Error('the story is away')) : decide(order, command);
    });
    inbox.mailbox.deliver(reply());
    inbox.mailbox.deliver(reply({ text: 'ANNULER' }));
    inbox.mailbox.deliver(reply({ token: OTHER_TOKEN }));
    await expect(takeTurn()).rejects.toThrow('the story is away');
    await takeTurn();
    expect(verdicts()).toEqual(['applied', 'undone', 'applied']);
    expect(proofs().slice(2, 4)).toEqual(['under-review', 'under-review']);
  });

  test('with DNS that never answers puts the mail before a person after an hour, unanswered, and the others pass', async () => {
    spoil(inbox.reader, 'open', (open) => async (raw, whole) => {
      const opened = await open(raw, whole);
      const later = { verdict: 'authentication-failed', why: 'DNS did not answer', authenticated: false, tryAgain: true } as const;
      return raw.includes('LONELY') ? { ...opened, judge: () => Promise.resolve(later) } : opened;
    });
    inbox.mailbox.deliver(reply({ headers: ['X-Domain: LONELY'] }));
    inbox.mailbox.deliver(reply({ token: OTHER_TOKEN }));
    await takeTurn();
    expect(inbox.mailbox.folders).toEqual({ handled: [2], 'to-check': [] });
    inbox.clock.set('2027-01-10T18:58:00.000Z');
    await takeTurn();
    expect(inbox.mailbox.inbox()).toEqual([1]);
    inbox.clock.set('2027-01-10T19:00:01.000Z');
    await aWorker(inbox)();
    expect(inbox.mailbox.folders).toEqual({ handled: [2], 'to-check': [1] });
    expect(inbox.ledger.rows[0]).toMatchObject({ tries: 0, verdict: { verdict: 'not-verifiable', needsAPerson: true } });
    expect(inbox.letters.written).toEqual([]);
    expect(decisions()).toEqual([]);
  });

  test('with DNS refuses nothing', async () => {
    let away = 8;
    spoil(inbox.reader, 'open', (open) => async (raw, whole) => {
      const opened = await open(raw, whole);
      away -= 1;
      const later = { verdict: 'authentication-failed', why: 'DNS did not answer', authenticated: false, tryAgain: true } as const;
      return away < 0 ? opened : { ...opened, judge: () => Promise.resolve(later) };
    });
    inbox.mailbox.deliver(reply());
    for (let turn = 1; turn <= 8; turn += 1) await takeTurn();
    expect(inbox.ledger.rows[0]).toMatchObject({ tries: 0, verdict: { verdict: 'applied' } });
  });
});
