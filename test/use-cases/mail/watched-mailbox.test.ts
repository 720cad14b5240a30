import { PasswordRefused } from '../../../src/domain/mailbox-state';
import { anInbox, aWorker, reply, spoil } from '../an-inbox';
import type { AnInbox } from '../an-inbox';

let inbox: AnInbox;
let takeTurn: ReturnType<typeof aWorker>;

beforeEach(() => {
  inbox = anInbox();
  takeTurn = aWorker(inbox);
});

test('a mailbox that is read says so', async () => {
  await takeTurn();
  expect(await inbox.ledger.mailboxes()).toEqual([{ mailbox: inbox.mailbox.name, readAt: expect.any(String) }]);
});

test.each([
  [new PasswordRefused('The mail server refuses our user name or password.'), 'password-refused'],
  [new Error('The mail server did not answer.'), 'unreachable'],
])('what keeps it from being read is told to the desk, until it is read again: %s', async (fault, trouble) => {
  const mend = spoil(inbox.mailbox, 'waiting', () => () => Promise.reject(fault));
  await expect(takeTurn()).rejects.toThrow(fault);
  expect(await inbox.ledger.mailboxes()).toMatchObject([{ trouble, since: expect.any(String) }]);
  mend();
  await aWorker(inbox)();
  expect(await inbox.ledger.mailboxes()).toMatchObject([{ readAt: expect.any(String) }]);
});

test('mails are read though it cannot be told', async () => {
  spoil(inbox.ledger, 'mailboxRead', () => () => Promise.reject(new Error('no database')));
  inbox.mailbox.deliver(reply());
  expect(await takeTurn()).toMatchObject({ handled: 1 });
  expect(inbox.warned).toContain('how the mailbox is doing could not be written');
});
