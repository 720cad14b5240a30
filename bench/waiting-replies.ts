import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { createDepositProof } from '../src/use-cases/deposit-proof';
import { createReach } from '../src/use-cases/reach-story';
import { HOUR } from '../src/domain/time';
import { createImapMailbox } from '../src/mail/imap-mailbox';
import { createMailReader } from '../src/replies/reader';
import { replyAddress } from '../src/letters/reply-address';
import { rounded, type Bench } from './figure';
import type { House } from './house';
import { layProofs, type ProofPile } from './proofs';
import { openEvening } from './seats';
import { defined } from '../test/fakes/defined';

const REPLIES = 500;
const ROUNDS = 2;
const SEATS = 20;
/** So many groups find room in the stalls. */
const ORDERS_AN_EVENING = 5;
const PATIENCE_MS = 180_000;
const LOOK_MS = 20;

interface Asked {
  readonly reference: string;
  readonly replyTo: string;
}

/**
 * Replies that wait in the inbox, to decisions in the record, beside the same Updates sent straight by the client; and what
 * IMAP and parsing alone cost. In turns, so that each meets the same machine. A reply decides one seat of an order of twenty.
 */
export async function benchWaitingReplies(house: House, { print, say }: Bench): Promise<void> {
  const { knex } = house.world;
  const { policy } = defined(await knex('venues').first('policy'));
  // Inside their undo window decisions cause an echo and no tickets: what is counted is the way to the decision.
  const settled: unknown = typeof policy === 'string' ? JSON.parse(policy) : policy;
  await knex('venues').update({ policy: JSON.stringify({ ...Object(settled), undoMs: HOUR }), attach_proofs: false });
  const proofs = await layProofs(house);
  await proofs.add((2 * REPLIES) / SEATS);
  const rates = { direct: [] as number[], replies: [] as number[], parsing: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const orders = await askedOrders(house, proofs, round);
    const half = orders.length / 2;
    rates.direct.push(await decideStraight(house, orders.slice(0, half)));
    const { replies, parsing } = await answerByMail(house, orders.slice(half));
    rates.replies.push(replies);
    rates.parsing.push(parsing);
    say(
      `replies: round ${round + 1}, direct ${rounded(rates.direct.at(-1) ?? 0)}/s, by mail ${rounded(replies)}/s, parsing ${rounded(parsing)}/s`,
    );
  }
  await knex('venues').update({ policy: JSON.stringify(settled), attach_proofs: true });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [direct, replies, parsing] = [mean(rates.direct), mean(rates.replies), mean(rates.parsing)];
  print({
    figure: 'replies-beside-direct',
    value: rounded(replies, 2),
    unit: 'decisions/s',
    aim: 0.7,
    beside: { what: 'the same Updates sent straight by the client, decisions/s', value: rounded(direct, 2) },
    ratio: rounded(replies / direct, 3),
    note: `${REPLIES} replies that waited in the inbox, one seat each; from the first that was stored to the last decision`,
  });
  print({
    figure: 'replies-fetch-parse',
    value: rounded(parsing, 2),
    unit: 'mails/s',
    aim: 1,
    beside: { what: 'the same Updates sent straight by the client, decisions/s', value: rounded(direct, 2) },
    ratio: rounded(parsing / direct, 3),
    note: 'the same replies fetched over IMAP and parsed, and nothing else done with them',
  });
}

/** Orders whose proofs wait to be judged; the letters that ask for it have left. */
async function askedOrders(house: House, proofs: ProofPile, round: number): Promise<readonly Asked[]> {
  let evening = 0;
  const count = (2 * REPLIES) / ROUNDS / SEATS;
  const asked: Asked[] = [];
  for (let no = 0; no < count; no += 1) {
    if (no % ORDERS_AN_EVENING === 0) evening = await openEvening(house.world.knex, round * count + no);
    asked.push(await askedOrder(house, proofs, { name: `Groupe ${round}-${no}`, performanceId: evening }));
  }
  const { knex } = house.world;
  await untilTrue('the letters to leave', async () => (await knex('outgoing_mail').where({ state: 'queued' }).first('id')) === undefined);
  return asked;
}

async function askedOrder(
  { deeds, world, reviewers }: House,
  proofs: ProofPile,
  { name, performanceId }: { readonly name: string; readonly performanceId: number },
): Promise<Asked> {
  const [person] = reviewers;
  if (!person) throw new Error('The venue has no reviewer.');
  const { reference } = await deeds.sellAtCounter(
    {
      ...{ key: `bench-${randomUUID()}`, channel: 'GUICHET', operator: 'GUICHET', method: 'ESPECES', performanceId, language: 'fr' },
      customer: { name, email: 'groupes@courriel.example' },
      seats: Array.from({ length: SEATS }, () => ({ tariff: 'ETUD', category: '1', holder: name })),
      ...{ deliveryMethod: 'held-for-proof', proofsSeen: false },
    },
    { role: 'staff', id: 1 },
  );
  await untilTrue(`${reference} to begin`, async () => ((await world.orders.view(reference))?.seq ?? 0) > 0);
  const { id, file } = proofs.take();
  const { orders, runs } = world;
  const files = { receive: () => Promise.resolve(file), purge: (proof: string) => world.files.purge(proof) };
  const deposit = createDepositProof({ ...world, files, reach: createReach({ orders, runs }), newId: () => id });
  const sending = await deposit({ order: reference, seats: seatNumbers(), consent: false, address: reference });
  await sending.take({ fileName: 'carte.jpg', stream: Readable.from([]) });
  await sending.close();
  // As the letter would leave it, had it carried the picture: whoever answers has seen what they judge.
  await world.proofs.logView({ proof: id, by: person.address, how: 'letter', at: world.clock.now() });
  const row = { order_reference: reference, review_no: 1, reviewer_id: person.id };
  await untilTrue(`${reference} to be asked`, async () => (await world.knex('review_reviewers').where(row).first('version')) !== undefined);
  const { version }: { readonly version: number } = await world.knex('review_reviewers').where(row).first('version');
  const token = world.secrets.reviewerToken({ order: reference, review: 1, reviewer: person.id, version });
  return { reference, replyTo: replyAddress(world.mailbox.name, token) };
}

/** Order beside order, seat after seat, as the inbox does it. */
async function decideStraight({ deeds, reviewers }: House, orders: readonly Asked[]): Promise<number> {
  const by = { role: 'reviewer', id: reviewers[0]?.id ?? 0 } as const;
  const began = performance.now();
  await Promise.all(
    orders.map(async ({ reference }) => {
      for (const seat of seatNumbers()) {
        const answers = [{ seats: [seat], kind: 'approve' }] as const;
        await deeds.decisions.decide(reference, { command: `straight-${reference}-${seat}`, by, door: 'mail', review: 1, answers });
      }
    }),
  );
  return (orders.length * SEATS * 1000) / (performance.now() - began);
}

/** The worker stands still while the replies come in. */
async function answerByMail(house: House, orders: readonly Asked[]): Promise<{ readonly replies: number; readonly parsing: number }> {
  const { world, config } = house;
  const { knex } = world;
  process.kill(house.crew.worker.pid, 'SIGSTOP');
  // One order after the other, as people answer what lies before them: not twenty times the same.
  for (const reply of seatNumbers().flatMap((seat) => orders.map((order) => ({ order, seat })))) await deliver(house, reply);
  const parsing = await fetchAndParse(config.IMAP_URL);
  const references = orders.map(({ reference }) => reference);
  const stored = Number((await knex('inbound_mail').count({ n: '*' }))[0]?.['n']);
  process.kill(house.crew.worker.pid, 'SIGCONT');
  await untilTrue('the first reply to be stored', async () => Number((await knex('inbound_mail').count({ n: '*' }))[0]?.['n']) > stored);
  const began = performance.now();
  await untilTrue('the last decision', async () => {
    const [row] = await knex('decisions').whereIn('order_reference', references).count({ n: '*' });
    return Number(row?.['n']) === orders.length * SEATS;
  });
  return { replies: (orders.length * SEATS * 1000) / (performance.now() - began), parsing };
}

async function deliver({ stack, reviewers }: House, { order, seat }: { readonly order: Asked; readonly seat: number }): Promise<void> {
  const from = reviewers[0]?.address ?? '';
  const { hostname, port } = new URL(stack.smtpUrl);
  const transport = createTransport({ host: hostname, port: Number(port), ignoreTLS: true, auth: { user: from, pass: 'secret' } });
  const messageId = `<reply-${order.reference}-${seat}@theatre-des-mariniers.example>`;
  const quoted = `Le lun. 4 janv. 2027 à 11:02, Théâtre des Mariniers <billetterie@theatre-des-mariniers.example> a écrit :\n\n> Commande ${order.reference}\n> Place ${seat}`;
  await transport.sendMail({ from, to: order.replyTo, messageId, subject: `Re: ${order.reference}`, text: `OUI ${seat}\n\n${quoted}\n` });
  transport.close();
}

async function fetchAndParse(url: string): Promise<number> {
  const mailbox = createImapMailbox({ url });
  const reader = createMailReader();
  const began = performance.now();
  const waiting = await mailbox.waiting();
  for (const mail of waiting) {
    const fetched = await mail.fetch();
    if (fetched) await reader.open(fetched.raw, fetched.whole);
  }
  const rate = (waiting.length * 1000) / (performance.now() - began);
  await mailbox.close();
  await reader.close();
  return rate;
}

function seatNumbers(): readonly number[] {
  return Array.from({ length: SEATS }, (_, index) => index + 1);
}

async function untilTrue(words: string, ask: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await ask())) {
    if (performance.now() > end) throw new Error(`Waited in vain for ${words}.`);
    await pause(LOOK_MS);
  }
}
