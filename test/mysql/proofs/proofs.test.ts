import type { Knex } from 'knex';
import { DAY, HOUR } from '../../../src/domain/time';
import { createLetters } from '../../../src/mysql/letters/letters';
import { proofViews } from '../../../src/mysql/orders/proof-views';
import { createProofs } from '../../../src/mysql/proofs/proofs';
import type { Proofs } from '../../../src/ports/proofs/proofs';
import { MINUTE, PAID, PAID_AT, PERFORMANCE_AT, SOPHIE } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { DISABLED, furnishTheatre, sellOrder, STUDENT } from '../sold-orders';
import { toldOrder } from '../told-order';

const iso = (at: number) => new Date(at).toISOString();

let database: FreshDatabase;
let knex: Knex;
let proofs: Proofs;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  proofs = createProofs({ knex });
});

afterAll(() => database.drop());

/** An order of reduced seats whose story has begun. */
async function reducedOrder(order: string, seats: number, tariff = STUDENT) {
  const paid = { ...PAID, order, seats: Array.from({ length: seats }, (_, index) => ({ no: index + 1, needsProof: true })) };
  await sellOrder(knex, paid, tariff);
  const told = toldOrder(knex, paid);
  await told.start();
  return told;
}

async function upload(order: string, id: string, seats: readonly number[], at: number, sending?: string): Promise<void> {
  const fingerprints = { bytes: id.padEnd(64, '0'), pixels: id.padEnd(64, '1') };
  const file = { kind: 'jpeg', fileName: `carte ${id}.jpg`, bytes: 1000, pages: 1, fingerprints } as const;
  await proofs.add({ id, sending, order, seats, ...file, receivedAt: iso(at) });
}

async function keptUntil(id: string): Promise<number> {
  const row: { readonly purge_after: Date } | undefined = await knex('proofs').where({ id }).first('purge_after');
  return row?.purge_after.getTime() ?? Number.NaN;
}

async function ticketsSent(order: string, release: number, at: number): Promise<void> {
  const letters = createLetters({ knex, orders: { view: async () => undefined } });
  await letters.markSent(`tickets:${order}:${release}`, { at: iso(at), messageId: `<${order}@mariniers.example>` });
}

describe('how long a paper stays', () => {
  test('that no story accepted: a day', async () => {
    await reducedOrder('AAAA-0001', 1);
    await upload('AAAA-0001', 'lost', [1], PAID_AT);
    expect(await keptUntil('lost')).toBe(PAID_AT + DAY);
    expect(await proofs.due(iso(PAID_AT + DAY - 1), 10)).toEqual([]);
    expect(await proofs.due(iso(PAID_AT + DAY), 10)).toEqual(['lost']);
    await proofs.markPurged('lost', iso(PAID_AT + DAY));
  });

  test('that the story refused: not at all', async () => {
    await reducedOrder('AAAA-0002', 1);
    await upload('AAAA-0002', 'refused', [1], PAID_AT);
    await proofs.drop('refused', iso(PAID_AT + MINUTE));
    expect(await keptUntil('refused')).toBe(PAID_AT + MINUTE);
    await proofs.markPurged('refused', iso(PAID_AT + MINUTE));
  });

  test('that nobody looked at: a week after the performance', async () => {
    const told = await reducedOrder('AAAA-0003', 1);
    await upload('AAAA-0003', 'unseen', [1], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'unseen', 1);
    expect(await keptUntil('unseen')).toBe(PERFORMANCE_AT + 7 * DAY);
  });

  test('accepted: the days of its tariff once the tickets have left', async () => {
    const told = await reducedOrder('AAAA-0004', 1);
    await upload('AAAA-0004', 'accepted', [1], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'accepted', 1);
    await told.approve(PAID_AT + HOUR, SOPHIE, 1);
    expect(await keptUntil('accepted')).toBe(PERFORMANCE_AT + 7 * DAY);
    await told.wait();
    await ticketsSent('AAAA-0004', 1, PAID_AT + 2 * HOUR);
    expect(await keptUntil('accepted')).toBe(PAID_AT + 2 * HOUR + 7 * DAY);
  });

  test('of health, accepted: until the decision can be taken back no more', async () => {
    const told = await reducedOrder('AAAA-0005', 1, DISABLED);
    await upload('AAAA-0005', 'health', [1], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'health', 1);
    await told.approve(PAID_AT + HOUR, SOPHIE, 1);
    expect(await keptUntil('health')).toBe(PAID_AT + HOUR + 10 * MINUTE);
    await told.say({ kind: 'undone', ...told.head(PAID_AT + HOUR + MINUTE, SOPHIE, 'mail') });
    expect(await keptUntil('health')).toBe(PERFORMANCE_AT + 7 * DAY);
  });

  test('refused: fifteen days', async () => {
    const told = await reducedOrder('AAAA-0006', 1);
    await upload('AAAA-0006', 'blurred', [1], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'blurred', 1);
    const answers = [{ seats: [1], kind: 'refuse', reason: 'unreadable' }] as const;
    await told.say({ kind: 'decided', ...told.head(PAID_AT + HOUR, SOPHIE, 'mail'), answers });
    expect(await keptUntil('blurred')).toBe(PAID_AT + HOUR + 15 * DAY);
  });

  test('of a cancelled order: a week', async () => {
    const told = await reducedOrder('AAAA-0007', 1);
    await upload('AAAA-0007', 'given-up', [1], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'given-up', 1);
    await told.say({ kind: 'cancelled', ...told.head(PAID_AT + HOUR, { role: 'customer' }, 'customer-area') });
    expect(await keptUntil('given-up')).toBe(PAID_AT + HOUR + 7 * DAY);
  });

  test('whatever happens: ninety days', async () => {
    const far = PAID_AT + 200 * DAY;
    await knex('performances')
      .where({ id: 1 })
      .update({ starts_at: new Date(far) });
    const paid = { ...PAID, order: 'AAAA-0008', performanceAt: far, overAt: far + 3 * HOUR, seats: [{ no: 1, needsProof: true }] };
    await sellOrder(knex, paid);
    const told = toldOrder(knex, paid);
    await told.start();
    await upload('AAAA-0008', 'early-bird', [1], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'early-bird', 1);
    expect(await keptUntil('early-bird')).toBe(PAID_AT + 90 * DAY);
    await knex('performances')
      .where({ id: 1 })
      .update({ starts_at: new Date(PERFORMANCE_AT) });
  });
});

describe('one paper for several seats', () => {
  test('stays as long as one of them needs it', async () => {
    const told = await reducedOrder('BBBB-0001', 2);
    await upload('BBBB-0001', 'family-card', [1, 2], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'family-card', 1, 2);
    const answers = [{ seats: [1], kind: 'refuse', reason: 'name-mismatch' }] as const;
    await told.say({ kind: 'decided', ...told.head(PAID_AT + HOUR, SOPHIE, 'mail'), answers });
    expect(await keptUntil('family-card')).toBe(PERFORMANCE_AT + 7 * DAY);
  });

  test('is replaced for one seat, and stands for the other', async () => {
    const told = await reducedOrder('BBBB-0002', 2);
    await upload('BBBB-0002', 'both', [1, 2], PAID_AT);
    await told.deposit(PAID_AT + MINUTE, 'both', 1, 2);
    await upload('BBBB-0002', 'only-2', [2], PAID_AT + HOUR);
    await told.deposit(PAID_AT + HOUR, 'only-2', 2);
    expect(await knex('proofs').where({ id: 'both' }).first()).toMatchObject({ replaced_at: null });
    expect(await knex('proof_seats').where({ proof_id: 'both' }).orderBy('seat').pluck('replaced_at')).toEqual([
      null,
      new Date(PAID_AT + HOUR),
    ]);
    await upload('BBBB-0002', 'only-1', [1], PAID_AT + 2 * HOUR);
    await told.deposit(PAID_AT + 2 * HOUR, 'only-1', 1);
    expect(await knex('proofs').where({ id: 'both' }).first()).toMatchObject({ replaced_at: new Date(PAID_AT + 2 * HOUR) });
    expect(await keptUntil('both')).toBe(PAID_AT + 2 * HOUR);
  });
});

test('files sent together are accepted together and do not replace one another', async () => {
  const told = await reducedOrder('BBBB-0003', 1);
  await upload('BBBB-0003', 'front', [1], PAID_AT);
  await upload('BBBB-0003', 'back', [1], PAID_AT, 'front');
  await told.deposit(PAID_AT + MINUTE, 'front', 1);
  const rows = await knex('proofs').where({ order_reference: 'BBBB-0003' }).select('accepted_at', 'replaced_at');
  const accepted = { accepted_at: new Date(PAID_AT + MINUTE), replaced_at: null };
  expect(rows).toEqual([accepted, accepted]);
});

test('a proof that the spectator takes back is due at once', async () => {
  const told = await reducedOrder('BBBB-0004', 1);
  await upload('BBBB-0004', 'regretted', [1], PAID_AT);
  await told.deposit(PAID_AT + MINUTE, 'regretted', 1);
  await told.say({ kind: 'proof-withdrawn', ...told.head(PAID_AT + HOUR, { role: 'customer' }, 'customer-area'), seat: 1 });
  expect(await keptUntil('regretted')).toBe(PAID_AT + HOUR);
});

describe('the purge', () => {
  test('takes papers of health first, and each once', async () => {
    await knex('proofs')
      .whereNull('purged_at')
      .update({ purged_at: new Date(PAID_AT) });
    await reducedOrder('CCCC-0001', 1);
    await reducedOrder('CCCC-0002', 1, DISABLED);
    await upload('CCCC-0001', 'student-card', [1], PAID_AT - HOUR);
    await upload('CCCC-0002', 'disability-card', [1], PAID_AT);
    const now = iso(PAID_AT + 2 * DAY);
    expect(await proofs.due(now, 10)).toEqual(['disability-card', 'student-card']);
    expect(await proofs.due(now, 1)).toEqual(['disability-card']);
    await proofs.markPurged('disability-card', now);
    await proofs.markPurged('disability-card', iso(PAID_AT + 3 * DAY));
    expect(await proofs.due(now, 10)).toEqual(['student-card']);
    expect(await knex('proofs').where({ id: 'disability-card' }).first()).toMatchObject({ purged_at: new Date(now), file_name: '' });
  });
});

test('who looked at a proof is written down', async () => {
  await reducedOrder('DDDD-0001', 1);
  await upload('DDDD-0001', 'looked-at', [1], PAID_AT);
  await proofs.logView({ proof: 'looked-at', by: 'staff:5', how: 'view', at: iso(PAID_AT + HOUR) });
  await proofs.logView({ proof: 'looked-at', by: 'staff:5', how: 'download', at: iso(PAID_AT + 2 * HOUR) });
  expect(await knex('proof_views').where({ proof_id: 'looked-at' }).orderBy('id').select('actor', 'how', 'at')).toEqual([
    { actor: 'staff:5', how: 'view', at: new Date(PAID_AT + HOUR) },
    { actor: 'staff:5', how: 'download', at: new Date(PAID_AT + 2 * HOUR) },
  ]);
});

test('a page that was turned stays so, each by itself; four quarters are none', async () => {
  await reducedOrder('DDDD-0002', 1);
  await upload('DDDD-0002', 'lies-on-its-side', [1], PAID_AT);
  await proofs.turnPage('lies-on-its-side', 3);
  await proofs.turnPage('lies-on-its-side', 3);
  await proofs.turnPage('lies-on-its-side', 1);
  await knex('proofs')
    .where({ id: 'lies-on-its-side' })
    .update({ accepted_at: new Date(PAID_AT) });
  expect(await proofViews(knex, 'DDDD-0002')).toMatchObject([{ turns: [1, 0, 2] }]);
  for (let quarter = 0; quarter < 3; quarter += 1) await proofs.turnPage('lies-on-its-side', 1);
  expect(await proofViews(knex, 'DDDD-0002')).toMatchObject([{ turns: [0, 0, 2] }]);
});
