import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lettersOfKind, readMailbox } from '../../local/demo/mailboxes';
import { until } from '../../local/demo/stage';
import { replyAddress } from '../../src/letters/reply-address';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import { ticketUid } from '../../src/domain/ticket';
import { startStanding } from '../../src/temporal/standing-runs';
import type { FaultyLine } from '../mail/faulty-line';
import { faultyLine, through } from '../mail/faulty-line';
import type { Post } from '../mail/post';
import { postTo } from '../mail/post';
import { SOPHIE } from '../people';
import type { Program } from './program';
import { openProgram } from './program';
import { sendsCard } from './spectators';
import { defined } from '../fakes/defined';

/**
 * Four hundred replies by mail to the real program: real Dovecot, Temporal and MariaDB, two real workers on one mailbox,
 * each of them killed again and again, the line to the mail host reset, and once swallowed whole.
 */
jest.setTimeout(900_000);

const ORDERS = 20;
const SEATS = 20;
const KILLS = 22;
const TWICE = 8;
/** Printed when something fails: the same number gives the same deaths. */
const SEED = Number(process.env['UNDER_FIRE_SEED'] ?? 20_270_116);
const random = chanceFrom(SEED);

interface Asked {
  readonly reference: string;
  /** Where Sophie's answers about this order go: her secret for its review. */
  readonly replyTo: string;
}

let program: Program;
let line: FaultyLine;
let post: Post;
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  line = await faultyLine(process.env['IMAP_URL'] ?? '');
  const settings = { MAILBOX_LEASE_SECONDS: '1', IMAP_DEADLINE_SECONDS: '2', TIDY_SECONDS: '3600', WORKER_PORT: '0' };
  program = await openProgram('under-fire', { workersApart: true, settings });
  post = postTo(program.world.mailbox.name);
  // Decisions stay inside their window, and the letters are short: what counts here is the inbox.
  await program.world.knex('venues').update({ policy: JSON.stringify({ ...DEFAULT_POLICY, gatherMs: 0 }), attach_proofs: false });
  const { client, mailbox } = program.world;
  await startStanding(client, { mailboxes: [mailbox.name], tidyEveryMs: 3_600_000, heartbeatSeconds: 2 });
});

afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await program.close();
  await line.close();
});

function startWorker(): ChildProcess {
  const codePath = join(program.config.PROOF_DIR, 'stories.js');
  writeFileSync(codePath, program.apart.workflowBundle.code);
  const env = { ...process.env, ...program.apart.env, IMAP_URL: through(line, program.config.IMAP_URL) };
  const args = ['--require', 'tsx/cjs', require.resolve('./worker-apart.ts'), codePath];
  const worker = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
  return worker;
}

async function killOne(): Promise<void> {
  const alive = [...workers];
  const victim = alive[Math.floor(random() * alive.length)];
  if (!victim) throw new Error('Nobody is at work.');
  const gone = new Promise((done) => void victim.once('exit', done));
  victim.kill('SIGKILL');
  await gone;
  startWorker();
}

test('each reply is obeyed exactly once, whoever is killed and whatever breaks', async () => {
  startWorker();
  startWorker();
  const asked = await Promise.all(Array.from({ length: ORDERS }, (_, no) => askedOrder(no)));
  await post.deliver({ from: SOPHIE.address, raw: `From: ${SOPHIE.address}\r\nSubject: Poison\r\n${POISON}` });

  const replies = asked.flatMap((order) => Array.from({ length: SEATS }, (_, index) => ({ order, seat: index + 1 })));
  const share = Math.ceil(replies.length / KILLS);
  for (let round = 0; round < KILLS; round += 1) {
    const before = await decided();
    const batch = replies.slice(round * share, (round + 1) * share);
    for (const reply of batch) await post.deliver(replyOf(reply));
    // Somewhere in the middle of this batch, never at the same place.
    const target = before + Math.floor(random() * (batch.length - 1)) + 1;
    await until(`decision ${target} (seed ${SEED})`, async () => (await decided()) >= target, 120);
    await killOne();
    if (round % 5 === 1) line.reset();
    if (round === 12) {
      line.swallow();
      await post.deliver(replyOf(replies[0]));
      line.mend();
    }
  }
  for (let no = 0; no < TWICE; no += 1) await post.deliver(replyOf(replies[no * 41]));
  await until(`an empty inbox (seed ${SEED})`, async () => (await waiting()) === 0, 180);

  const { knex } = program.world;
  const decisions: readonly { readonly order_reference: string; readonly seat: number }[] = await knex('decisions').select(
    'order_reference',
    'seat',
  );
  const seatsDecided = decisions.map((row) => ticketUid(row.order_reference, row.seat)).toSorted();
  expect(seatsDecided).toEqual(replies.map(({ order, seat }) => ticketUid(order.reference, seat)).toSorted());
  const events: readonly string[] = await knex('audit_events').where({ kind: 'decided' }).pluck('order_reference');
  expect(events).toHaveLength(replies.length);

  const verdicts = await knex('inbound_mail').whereNotIn('verdict', ['machine', 'bounce']).pluck('verdict');
  const of = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  expect({ applied: of('applied'), unreadable: of('unreadable') }).toEqual({ applied: replies.length, unreadable: 1 });
  expect(of('duplicate')).toBeGreaterThanOrEqual(TWICE);
  expect(verdicts.length).toBe(of('applied') + of('unreadable') + of('duplicate'));
  expect(await post.subjects('À vérifier')).toEqual(['Poison']);

  // One echo each: a letter that was cut short may come again, as the same message.
  await until('every echo to leave', async () => (await knex('outgoing_mail').where({ kind: 'echo', state: 'queued' })).length === 0, 120);
  const mails = await readMailbox(process.env['IMAP_URL'] ?? '', SOPHIE.address);
  const echoes = asked.flatMap(({ reference }) => lettersOfKind(mails, 'echo', reference).map(({ mail }) => mail.messageId));
  expect(new Set(echoes).size).toBe(replies.length);
});

/** Twenty students in one order, sold at the counter without their cards; one card is then sent for all of them. */
async function askedOrder(no: number): Promise<Asked> {
  const { deeds, world } = program;
  const performances = await world.catalogue.performances('GUICHET');
  const house = performances[no % performances.length];
  const offer = house && (await world.catalogue.offer(house.id, 'GUICHET'));
  const category = offer?.categories.toSorted((a, b) => b.free - a.free)[0]?.code ?? '';
  const name = `Groupe ${no}`;
  const { reference } = await deeds.sellAtCounter(
    {
      ...{
        key: `under-fire-${no}`,
        channel: 'GUICHET',
        operator: 'GUICHET',
        method: 'ESPECES',
        performanceId: house?.id ?? 0,
        language: 'fr',
      },
      customer: { name, email: `groupe-${no}-${process.pid}@courriel.example` },
      seats: Array.from({ length: SEATS }, () => ({ tariff: 'ETUD', category, holder: name })),
      ...{ deliveryMethod: 'held-for-proof', proofsSeen: false },
    },
    { role: 'staff', id: 1 },
  );
  await until(`the story of ${reference}`, async () => ((await world.orders.view(reference))?.seq ?? 0) > 0, 60);
  const seats = Array.from({ length: SEATS }, (_, index) => index + 1);
  await sendsCard(program, { reference, name }, seats);
  // As her letter would leave it, had it carried the card.
  const { id: proof } = defined(await world.knex('proofs').where({ order_reference: reference }).first('id'));
  await world.proofs.logView({ proof, by: SOPHIE.address, how: 'letter', at: world.clock.now() });
  return { reference, replyTo: await sophiesAddress(reference) };
}

/** As her letter gives it: her secret for this review, behind the inbox's plus. */
async function sophiesAddress(order: string): Promise<string> {
  const { knex, secrets, mailbox } = program.world;
  const { id: reviewer } = defined(await knex('reviewers').where({ address: SOPHIE.address }).first('id'));
  const asked = await until(
    `Sophie to be asked about ${order}`,
    async (): Promise<{ readonly version: number } | undefined> =>
      knex('review_reviewers').where({ order_reference: order, review_no: 1, reviewer_id: reviewer }).first('version'),
    60,
  );
  return replyAddress(mailbox.name, secrets.reviewerToken({ order, review: 1, reviewer, version: asked.version }));
}

function replyOf(reply: { readonly order: Asked; readonly seat: number } | undefined) {
  if (!reply) throw new Error('No such reply.');
  const { order, seat } = reply;
  const head = [`From: ${SOPHIE.address}`, `To: ${order.replyTo}`, `Subject: Re: ${order.reference}`];
  const id = `Message-ID: <reply-${order.reference}-${seat}@theatre-des-mariniers.example>`;
  const words = seat % 3 === 0 ? `NON ${seat} illisible` : `OUI ${seat}`;
  return { from: SOPHIE.address, to: order.replyTo, raw: [...head, id, '', words, ''].join('\r\n') };
}

async function waiting(): Promise<number | undefined> {
  return post.open(async (client) => {
    const status = await client.status('INBOX', { messages: true });
    return status ? status.messages : undefined;
  });
}

async function decided(): Promise<number> {
  const [row] = await program.world.knex('decisions').count({ n: '*' });
  return Number(row?.['n']);
}

/** More parts than any mail program writes: mailparser gives up on it. */
const POISON = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(300_000)}--b--\r\n`;

/** Park and Miller's generator: the same seed, the same chances. */
function chanceFrom(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
