import { Refusal } from '../../../src/domain/refusal';
import { defined } from '../../fakes/defined';
import { DISABLED, KARIM, ORDER, SOPHIE, withSeats } from '../../people';
import { anInbox, aWorker, OTHER_ORDER, OTHER_TOKEN, reply, spoil, TOKENS } from '../an-inbox';
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

describe('a reply', () => {
  test('is stored, obeyed once and filed', async () => {
    inbox.mailbox.deliver(reply({ text: 'OUI 3\r\nNON 4 illisible' }));
    expect(await takeTurn()).toEqual({ handled: 1, left: 0, busyElsewhere: false });
    expect(verdicts()).toEqual(['applied']);
    expect(proofs().slice(2, 4)).toEqual(['approved', 'refused']);
    // « illisible » is the reason, which has its wording; it is no message of its own.
    expect([...inbox.notes.said.values()]).toEqual([]);
    expect(inbox.mailbox.folders.handled).toEqual([1]);
  });

  test('whose words say more than the reason has them told', async () => {
    inbox.mailbox.deliver(reply({ text: 'OUI 3\r\nNON 4 illisible, le bas de la carte est coupé' }));
    await takeTurn();
    expect([...inbox.notes.said.values()]).toEqual([expect.stringContaining('le bas de la carte est coupé')]);
  });

  test('delivered twice has its effect once', async () => {
    inbox.mailbox.deliver(reply({ id: 'same@mariniers.example' }));
    inbox.mailbox.deliver(reply({ id: 'same@mariniers.example' }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied', 'duplicate']);
    expect(decisions()).toHaveLength(1);
    expect(inbox.letters.written).toEqual([]);
    expect(inbox.mailbox.folders.handled).toEqual([1, 2]);
  });

  test('sent to the addresses of two orders answers both', async () => {
    inbox.mailbox.deliver(reply({ id: 'both@mariniers.example' }));
    inbox.mailbox.deliver(reply({ id: 'both@mariniers.example', token: OTHER_TOKEN }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied', 'applied']);
    expect([decisions(), decisions(OTHER_ORDER.reference)].map((made) => made.length)).toEqual([1, 1]);
  });

  test('that comes second changes nothing, and its writer is told', async () => {
    inbox.mailbox.deliver(reply());
    inbox.mailbox.deliver(reply({ from: KARIM.address, token: TOKENS.karim, text: 'NON illisible' }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied', 'already-decided']);
    expect(proofs().slice(2, 4)).toEqual(['approved', 'approved']);
    expect(inbox.letters.written).toMatchObject([
      { kind: 'answer', to: KARIM.address, about: { mail: 2, reviewer: KARIM.id, late: [3, 4] } },
    ]);
  });

  test('may be taken back before anything leaves', async () => {
    inbox.mailbox.deliver(reply());
    await takeTurn();
    inbox.mailbox.deliver(reply({ text: 'ANNULER' }));
    inbox.mailbox.deliver(reply({ text: 'Annuler' }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied', 'undone', 'nothing-to-undo']);
    expect(proofs().slice(2, 4)).toEqual(['under-review', 'under-review']);
  });

  test('may be taken back when another proof has opened a newer review since', async () => {
    inbox.mailbox.deliver(reply());
    await takeTurn();
    inbox.mailbox.deliver(reply({ token: TOKENS.old, text: 'ANNULER' }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied', 'undone']);
    expect(proofs().slice(2, 4)).toEqual(['under-review', 'under-review']);
  });

  test('by a colleague, to the request of somebody else, is told to answer their own', async () => {
    inbox.mailbox.deliver(reply({ from: KARIM.address }));
    await takeTurn();
    expect(verdicts()).toEqual(['another-reviewer']);
    expect(decisions()).toEqual([]);
    expect(inbox.letters.written).toMatchObject([{ kind: 'answer', order: undefined, to: KARIM.address }]);
  });

  test('to a review that was replaced decides nothing', async () => {
    inbox.mailbox.deliver(reply({ token: TOKENS.old }));
    await takeTurn();
    expect(verdicts()).toEqual(['superseded']);
    expect(decisions()).toEqual([]);
  });

  test('with a bare NON asks for another document and invents no reason', async () => {
    inbox.mailbox.deliver(reply({ text: 'NON 3' }));
    inbox.mailbox.deliver(reply({ text: 'NON 4 je ne reconnais pas la personne' }));
    await takeTurn();
    expect(decisions()).toMatchObject([{ answers: [{ reason: 'insufficient' }] }, { answers: [{ reason: 'other' }] }]);
    expect([...inbox.notes.said.values()]).toEqual(['je ne reconnais pas la personne']);
  });

  test('after the performance is told so', async () => {
    spoil(inbox.runs, 'decide', () => () => Promise.reject(new Refusal('order-over', 'The story is over.')));
    inbox.mailbox.deliver(reply());
    await takeTurn();
    expect(inbox.ledger.rows[0]?.verdict).toMatchObject({ verdict: 'expired', why: 'The story is over.', needsAPerson: true });
    expect(inbox.letters.written).toHaveLength(1);
  });

  test('with no word of its own is not read for words in the quotation', async () => {
    inbox.mailbox.deliver(reply({ text: '\r\n> OUI\r\n> NON 3 illisible' }));
    await takeTurn();
    expect(verdicts()).toEqual(['empty']);
    expect(inbox.mailbox.folders['to-check']).toEqual([1]);
  });
});

describe('a reply about a proof that only the desk shows', () => {
  beforeEach(() => {
    const page = defined(inbox.book.get(ORDER.reference));
    page.view = withSeats(page.view, { 4: { tariff: DISABLED } });
  });

  test('decides what its writer has seen; the echo tells which seat waits', async () => {
    inbox.mailbox.deliver(reply({ text: 'Tout est en règle' }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied']);
    expect(proofs().slice(2, 4)).toEqual(['approved', 'under-review']);
    expect(decisions()).toMatchObject([{ answers: [{ seats: [3], kind: 'approve' }], unseen: [4] }]);
  });

  test.each(['OUI 4', 'NON 4 illisible', 'PLUS 4 le verso'])(
    '%s changes nothing while it is unopened, and the writer is told where it lies',
    async (text) => {
      inbox.mailbox.deliver(reply({ text }));
      await takeTurn();
      expect(verdicts()).toEqual(['unseen']);
      expect(decisions()).toEqual([]);
      expect(inbox.letters.written).toMatchObject([{ kind: 'answer', to: SOPHIE.address, about: { mail: 1, unseen: [4] } }]);
      expect(inbox.mailbox.folders.handled).toEqual([1]);
    },
  );

  test('is obeyed once the desk has shown it to the writer', async () => {
    await inbox.proofs.logView({ proof: 'proof-nadia', by: SOPHIE.address, how: 'view', at: inbox.clock.now() });
    inbox.mailbox.deliver(reply({ text: 'OUI' }));
    await takeTurn();
    expect(proofs().slice(2, 4)).toEqual(['approved', 'approved']);
  });

  test('may leave it to the door', async () => {
    inbox.mailbox.deliver(reply({ text: 'PORTE 4' }));
    await takeTurn();
    expect(verdicts()).toEqual(['applied']);
  });
});

describe('an answer of ours', () => {
  test('goes once a day to who was not understood', async () => {
    inbox.mailbox.deliver(reply({ text: 'je regarde' }));
    inbox.mailbox.deliver(reply({ text: 'à voir avec Karim' }));
    await takeTurn();
    expect(verdicts()).toEqual(['unclear', 'unclear']);
    expect(inbox.letters.written).toMatchObject([{ kind: 'answer', order: ORDER.reference, about: { mail: 1 } }]);
    expect(inbox.mailbox.folders['to-check']).toEqual([1, 2]);
  });

  test('tells whoever passed the letter on that this decides nothing', async () => {
    inbox.mailbox.deliver(reply({ text: 'OUI 4' }).replace('Subject: Re:', 'Subject: TR :'));
    await takeTurn();
    expect(verdicts()).toEqual(['forwarded']);
    expect(decisions()).toEqual([]);
    expect(inbox.letters.written).toMatchObject([{ kind: 'answer', order: ORDER.reference, about: { mail: 1 } }]);
    expect(inbox.mailbox.folders['to-check']).toEqual([1]);
  });

  test('never goes to a sender that nobody vouches for', async () => {
    inbox.mailbox.deliver(reply({ authenticated: false }));
    await takeTurn();
    expect(verdicts()).toEqual(['authentication-failed']);
    expect(decisions()).toEqual([]);
    expect(inbox.letters.written).toEqual([]);
  });

  test('tells somebody else nothing of the order', async () => {
    inbox.mailbox.deliver(reply({ from: 'quelqu.un@ailleurs.example' }));
    await takeTurn();
    expect(verdicts()).toEqual(['sender-mismatch']);
    expect(inbox.letters.written).toMatchObject([{ to: 'quelqu.un@ailleurs.example', order: undefined, about: { mail: 1 } }]);
    expect(inbox.letters.written[0]?.about).not.toHaveProperty('reviewer');
  });

  test('is kept back where the sender wants none', async () => {
    inbox.mailbox.deliver(reply({ text: 'peut-être', headers: ['X-Auto-Response-Suppress: All'] }));
    await takeTurn();
    expect(verdicts()).toEqual(['unclear']);
    expect(inbox.letters.written).toEqual([]);
  });
});

describe('mail of a machine', () => {
  test('decides nothing and is not answered', async () => {
    inbox.mailbox.deliver(reply({ headers: ['Auto-Submitted: auto-replied'] }));
    await takeTurn();
    expect(verdicts()).toEqual(['machine']);
    expect([decisions(), inbox.letters.written]).toEqual([[], []]);
  });

  test('that brings back a letter of ours marks it', async () => {
    inbox.mailbox.deliver(returnedMail());
    await takeTurn();
    expect(inbox.ledger.rows[0]?.verdict).toMatchObject({ verdict: 'bounce', order: ORDER.reference, needsAPerson: false });
    expect(inbox.followed).toEqual([]);
  });

  test('that brings back one that had left for a wrong address has it followed to the corrected one', async () => {
    const letter = { kind: 'tickets', order: ORDER.reference, about: { release: 1 } } as const;
    const late = { letter, correctedAt: '2027-01-10T17:00:00.000Z' };
    spoil(inbox.ledger, 'markBounced', () => () => Promise.resolve({ order: ORDER.reference, late }));
    inbox.mailbox.deliver(returnedMail());
    await takeTurn();
    expect(inbox.followed).toEqual(['tickets']);
    expect(verdicts()).toEqual(['bounce']);
  });
});

/** A mail host gives back a letter of ours. */
function returnedMail(): string {
  const returned = [
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <l.beef@mariniers.example>',
    'Subject: Justificatifs',
    '',
    'Bonjour',
    '',
  ];
  const status = ['Content-Type: message/delivery-status', '', 'Final-Recipient: rfc822; karim@mariniers.example', 'Status: 5.1.1', ''];
  const parts = ['--b', ...status, '--b', ...returned, '--b--', ''].join('\r\n');
  return `From: MAILER-DAEMON@mariniers.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n${parts}`;
}
