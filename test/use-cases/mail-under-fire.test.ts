import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { freshDatabase } from '../mysql/fresh-database';
import type { FreshDatabase } from '../mysql/fresh-database';
import { faultyLine, through } from '../mail/faulty-line';
import type { FaultyLine } from '../mail/faulty-line';
import { detailed, postOf } from '../mail/post';
import { SOPHIE } from '../people';
import { MAILS, orderOf, POISON, replyNo, tokenOf } from './many-replies';

jest.setTimeout(600_000); // programs are started and killed again and again

const ROUNDS = 6;
const TWICE = 4;
const consumers = new Set<ChildProcess>();
const post = postOf('under-fire');
let database: FreshDatabase;
let line: FaultyLine;

beforeAll(async () => {
  database = await freshDatabase();
  await database.knex.schema.createTable('obeyed', (table) => {
    table.string('command', 60).primary();
    table.string('order_reference', 9);
  });
  line = await faultyLine(post.url);
});

afterAll(async () => {
  for (const consumer of consumers) consumer.kill('SIGKILL');
  await line.close();
  await database.drop();
});

/** Counts what the programs do; the one that does the last of `countdown` deeds is killed in the middle of it. */
let countdown = Infinity;
let killed = () => {};

function startConsumer(): void {
  const args = ['--require', 'tsx/cjs', require.resolve('./mail-consumer.ts'), through(line, post.url), database.url];
  const consumer = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  consumers.add(consumer);
  consumer.once('exit', () => {
    consumers.delete(consumer);
    killed();
  });
  createInterface(consumer.stdout).on('line', () => {
    countdown -= 1;
    if (countdown === 0) consumer.kill('SIGKILL');
  });
}

function killAfter(deeds: number): Promise<void> {
  countdown = deeds;
  return new Promise((resolve) => {
    killed = resolve;
  });
}

async function deliver(numbers: readonly number[]): Promise<void> {
  for (const no of numbers) await post.deliver({ from: SOPHIE.address, to: detailed(post.address, tokenOf(no)), raw: replyNo(no) });
}

/** Until nothing waits in INBOX. */
async function untilEmpty(): Promise<void> {
  await post.open(async (client) => {
    let waiting: number | undefined;
    while (waiting !== 0) {
      const status = await client.status('INBOX', { messages: true });
      waiting = status ? status.messages : undefined;
    }
  });
}

test('replies are obeyed once each, whoever is killed and whatever breaks', async () => {
  const share = MAILS / ROUNDS;
  startConsumer();
  await post.deliver({ raw: `From: ${SOPHIE.address}\r\nSubject: Poison\r\n\r\n${POISON}\r\n` });
  for (let round = 0; round < ROUNDS; round += 1) {
    // Two at work, one of them by mistake.
    startConsumer();
    const death = killAfter(2 + round * 5);
    await deliver(Array.from({ length: share }, (_, no) => round * share + no));
    await death;
    if (round % 2) line.reset();
  }
  line.swallow();
  await deliver(Array.from({ length: TWICE }, (_, no) => no * 7));
  line.mend();
  startConsumer();
  await untilEmpty();

  const obeyed: readonly string[] = await database.knex('obeyed').orderBy('order_reference').pluck('order_reference');
  expect(obeyed).toEqual(Array.from({ length: MAILS }, (_, no) => orderOf(no)));
  expect(await post.subjects('À vérifier')).toEqual(['Poison']);
  expect(new Set(await post.subjects('Traités')).size).toBe(MAILS);
  const verdicts: readonly (string | null)[] = await database.knex('inbound_mail').pluck('verdict');
  const of = (name: string | null) => verdicts.filter((verdict) => verdict === name).length;
  expect({ applied: of('applied'), duplicate: of('duplicate'), unreadable: of('unreadable') }).toEqual({
    applied: MAILS,
    duplicate: TWICE,
    unreadable: 1,
  });
  expect(verdicts).toHaveLength(MAILS + TWICE + 1);
});
