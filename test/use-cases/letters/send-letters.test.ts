import { openAttachments } from '../../../src/use-cases/letters/letter-attachments';
import { createSendLetters } from '../../../src/use-cases/letters/send-letter';
import type { LetterName } from '../../../src/domain/letter';
import { letterKey } from '../../../src/domain/letter';
import type { OrderView } from '../../../src/domain/order-view';
import { Refusal } from '../../../src/domain/refusal';
import type { Letters, LetterFacts, Told } from '../../../src/ports/mail/letters';
import type { Attachment } from '../../../src/ports/mail/mailer';
import type { ProofFiles } from '../../../src/ports/proofs/proof-files';
import { DISABLED, ORDER, withSeats } from '../../people';

const SOPHIE = 'sophie.marchand@theatre.example';
const BILLETTERIE = 'billetterie@theatre.example';
const NOW = '2027-01-11T09:00:00.000Z';

/** A post office where everything that is made, shown or handed over is counted. */
function office(read: () => OrderView = () => ORDER) {
  const state = new Map<string, 'queued' | 'sent' | 'failed'>();
  const knew = new Map<string, Told | undefined>();
  const facts = new Map<string, LetterFacts>();
  const made: string[] = [];
  const views: string[] = [];
  const sent: { readonly key: string; readonly attachments: readonly Attachment[] }[] = [];
  const lost: string[] = [];
  const host: { refuses?: string; isAwayFor?: string; lost?: string } = {};

  const unsent: Letters['unsent'] = async (key) => {
    const known = facts.get(key);
    return known && state.get(key) === 'queued' ? { ...known, order: read() } : undefined;
  };
  const letters: Pick<Letters, 'unsent' | 'openBatch' | 'stateOf' | 'toldBy' | 'markSent' | 'markFailed'> = {
    unsent,
    openBatch: () => ({ unsent }),
    stateOf: async (key) => state.get(key),
    toldBy: async (key) => knew.get(key),
    markSent: async (key, { told }) => void (state.set(key, 'sent'), knew.set(key, told)),
    markFailed: async (key) => void state.set(key, 'failed'),
  };
  const files: Pick<ProofFiles, 'page' | 'rendered'> = {
    page: async (proof, page) => {
      if (host.lost === proof) throw new Refusal('proof-not-found', 'Gone.');
      made.push(`page ${page} of ${proof}`);
      return Buffer.from('picture');
    },
    rendered: async (proof) => {
      made.push(`whole ${proof}`);
      return { extension: 'pdf', mime: 'application/pdf', content: Buffer.from('%PDF') };
    },
  };
  const needs = {
    files,
    proofs: {
      logView: async ({ proof, by }: { proof: string; by: string }) => void views.push(`${by} ${proof}`),
      markLost: async (proof: string) => void lost.push(proof),
    },
    printTickets: async (order: OrderView) => {
      made.push(`tickets ${order.tickets.map(({ admission }) => admission).join(' ')}`);
      return Buffer.from('%PDF');
    },
    clock: { now: () => NOW },
  };
  const sendLetters = createSendLetters({
    letters,
    clock: needs.clock,
    openAttachments: () => openAttachments(needs),
    mailer: {
      send: async ({ key }, attachments) => {
        if (host.isAwayFor === key) throw new Error('the mail host is away');
        if (host.refuses === key) return { messageId: key, refused: '550 no such mailbox' };
        sent.push({ key, attachments });
        return { messageId: key };
      },
    },
  });
  const write = (name: Pick<LetterName, 'kind' | 'about'>, address: string): string => {
    const whole = { ...name, order: ORDER.reference };
    const key = letterKey(whole);
    const reviewer = name.about.reviewer === undefined ? undefined : { id: name.about.reviewer, name: address, address, version: 1 };
    facts.set(key, { key, name: whole, language: 'fr', recipient: { address }, reviewer });
    state.set(key, 'queued');
    return key;
  };
  return { sendLetters, write, made, views, sent, state, host, lost };
}

const tickets = { kind: 'tickets', about: { release: 1 } } as const;
const copy = { kind: 'venue-copy', about: { copyOf: 'tickets', release: 1 } } as const;
const request = (reviewer: number) => ({ kind: 'review-request', about: { review: 2, reviewer } }) as const;

test('the spectator’s tickets and the venue’s copy are one print', async () => {
  const post = office();
  await post.sendLetters([post.write(tickets, String(ORDER.customer.email)), post.write(copy, BILLETTERIE)]);
  expect(post.made).toEqual(['tickets valid valid']);
  expect(post.sent.map(({ attachments }) => attachments.length)).toEqual([1, 1]);
});

test('a ticket cancelled between the two makes another print', async () => {
  const cancelled = { ...ORDER, tickets: ORDER.tickets.map((one) => ({ ...one, admission: 'cancelled' as const })) };
  const readings = [ORDER, cancelled];
  const post = office(() => readings.shift() ?? cancelled);
  await post.sendLetters([post.write(tickets, String(ORDER.customer.email)), post.write(copy, BILLETTERIE)]);
  expect(post.made).toEqual(['tickets valid valid', 'tickets cancelled cancelled']);
});

test('every reviewer gets the same pictures, drawn once; the audit names what each was shown and nothing else', async () => {
  const post = office();
  await post.sendLetters([post.write(request(1), BILLETTERIE), post.write(request(2), SOPHIE)]);
  expect(post.made).toEqual(['page 1 of proof-lea', 'page 1 of proof-nadia', 'whole proof-nadia']);
  expect(post.sent.map(({ attachments }) => attachments.map(({ seat }) => seat))).toEqual([[3, 4, 4], [3, 4, 4]]); // prettier-ignore
  expect(post.views).toEqual([`${BILLETTERIE} proof-lea`, `${BILLETTERIE} proof-nadia`, `${SOPHIE} proof-lea`, `${SOPHIE} proof-nadia`]);
});

test('a proof of health goes with no letter, and is not said to have been shown', async () => {
  const post = office(() => withSeats(ORDER, { 4: { tariff: DISABLED } }));
  await post.sendLetters([post.write(request(2), SOPHIE)]);
  expect(post.made).toEqual(['page 1 of proof-lea']);
  expect(post.views).toEqual([`${SOPHIE} proof-lea`]);
});

test('a file that is lost keeps no letter: it is written down, not said to have been shown, and the others go', async () => {
  const post = office();
  post.host.lost = 'proof-lea';
  expect(await post.sendLetters([post.write(request(1), BILLETTERIE), post.write(request(2), SOPHIE)])).toEqual({ failed: [] });
  expect(post.sent.map(({ attachments }) => attachments.map(({ seat }) => seat))).toEqual([[4, 4], [4, 4]]); // prettier-ignore
  expect(new Set(post.lost)).toEqual(new Set(['proof-lea']));
  expect(post.views).toEqual([`${BILLETTERIE} proof-nadia`, `${SOPHIE} proof-nadia`]);
});

test('a letter that its host refuses keeps no other; said again when asked again', async () => {
  const post = office();
  const keys = [post.write(request(1), BILLETTERIE), post.write(request(2), SOPHIE)];
  const [refused = ''] = keys;
  post.host.refuses = refused;
  expect(await post.sendLetters(keys)).toEqual({ failed: [refused] });
  expect(await post.sendLetters(keys)).toEqual({ failed: [refused] });
  expect(post.sent).toHaveLength(1);
});

test('a passing trouble rises once the others have left, and leaves its letter to be sent', async () => {
  const post = office();
  const keys = [post.write(request(1), BILLETTERIE), post.write(request(2), SOPHIE)];
  const [away = ''] = keys;
  post.host.isAwayFor = away;
  await expect(post.sendLetters(keys)).rejects.toThrow('the mail host is away');
  expect([...post.state.values()]).toEqual(['queued', 'sent']);
  delete post.host.isAwayFor;
  expect(await post.sendLetters(keys)).toEqual({ failed: [] });
  expect(post.sent.map(({ key }) => key)).toEqual([keys[1], keys[0]]);
});

test('of letters with tickets it says what they knew of their order and whose they carried, again when asked again', async () => {
  const again = { kind: 'tickets-again', about: { command: 'c' } } as const;
  const readings = [11, 12, 13].map((seq) => ({ ...ORDER, seq }));
  const post = office(() => readings.shift() ?? ORDER);
  const keys = [tickets, copy, again].map((name) => post.write(name, String(ORDER.customer.email)));
  const told = [
    { letter: keys[0], seq: 11, carried: [1, 2] },
    { letter: keys[2], seq: 13, carried: [1, 2] },
  ];
  expect(await post.sendLetters(keys)).toEqual({ failed: [], told });
  expect(await post.sendLetters(keys)).toEqual({ failed: [], told });
});

test('a ticket that was cancelled before a letter was written is not said to be in it', async () => {
  const tickets1 = ORDER.tickets.map((one) => (one.seat === 2 ? { ...one, admission: 'cancelled' as const } : one));
  const post = office(() => ({ ...ORDER, tickets: tickets1 }));
  const { told } = await post.sendLetters([post.write(tickets, String(ORDER.customer.email))]);
  expect(told).toMatchObject([{ carried: [1] }]);
});
