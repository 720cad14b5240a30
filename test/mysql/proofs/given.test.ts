import type { Knex } from 'knex';
import { Refusal } from '../../../src/domain/refusal';
import { DAY } from '../../../src/domain/time';
import { createTellGivenProofs } from '../../../src/use-cases/deposit-proof';
import { createProofs } from '../../../src/mysql/proofs/proofs';
import type { NewProof, Proofs } from '../../../src/ports/proofs/proofs';
import { MINUTE, PAID_AT, PERFORMANCE_AT, SOPHIE } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre } from '../sold-orders';
import { camilleAt } from '../story/camille';
import { defined } from '../../fakes/defined';

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

async function begun(reference: string) {
  const told = await camilleAt(knex).order(reference, { seats: [1, 2].map((no) => ({ no, needsProof: true })) });
  await told.start();
  return told;
}

function file(reference: string, id: string, sending = id): NewProof {
  const fingerprints = { bytes: id.padEnd(64, '0'), pixels: id.padEnd(64, '1') };
  return { id, sending, order: reference, seats: [1, 2], kind: 'pdf', fileName: 'a.pdf', bytes: 1, pages: 10, pagesInFile: 60, fingerprints, receivedAt: iso(PAID_AT) }; // prettier-ignore
}

test('thirty files in the same moment, twenty at most: twenty are kept, and each of the others is refused', async () => {
  await begun('AAAA-0001');
  const rush = Array.from({ length: 30 }, (_, n) => proofs.add(file('AAAA-0001', `rush-${n}`), { most: 20 }));
  const refused = (await Promise.allSettled(rush)).flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(await knex('proofs').where('order_reference', 'AAAA-0001')).toHaveLength(20);
  expect(refused).toHaveLength(10);
  for (const fault of refused) expect(fault).toMatchObject({ code: 'too-many-files', detail: { max: 20 } });
  // What was purged counts no more, and the same file may come again.
  await proofs.add(file('AAAA-0001', 'rush-0'), { most: 20 }).catch(() => undefined);
  await proofs.markPurged(defined(await knex('proofs').where('order_reference', 'AAAA-0001').first('id')).id, iso(PAID_AT));
  await proofs.add(file('AAAA-0001', 'after-purge'), { most: 20 });
});

test('what was given waits for its story, and is not purged meanwhile; what was not given is', async () => {
  await begun('AAAA-0002');
  await proofs.add(file('AAAA-0002', 'left-behind'));
  await proofs.add(file('AAAA-0002', 'given-1', 'given'));
  await proofs.add(file('AAAA-0002', 'given-2', 'given'));
  await proofs.give('given', iso(PAID_AT + MINUTE));
  expect(await proofs.due(iso(PAID_AT + DAY), 10)).toEqual(expect.arrayContaining(['left-behind']));
  expect(await proofs.due(iso(PAID_AT + 2 * DAY), 99)).not.toContain('given-1');
  expect(await proofs.untold(iso(PAID_AT + MINUTE), 10)).toEqual([]);
  expect(await proofs.untold(iso(PAID_AT + 2 * MINUTE), 10)).toEqual([
    { sending: 'given', order: 'AAAA-0002', ids: ['given-1', 'given-2'], seats: [1, 2] },
  ]);
});

test('the sweep tells what the story had not heard, once, whatever became of the others', async () => {
  const told = await begun('AAAA-0003');
  for (const id of ['told', 'not-wanted', 'still-away']) {
    await proofs.add(file('AAAA-0003', id));
    await proofs.give(id, iso(PAID_AT + MINUTE));
  }
  const asked: string[] = [];
  const warned: string[] = [];
  const purged: string[] = [];
  const sweep = createTellGivenProofs({
    proofs,
    files: { purge: (id) => Promise.resolve(void purged.push(id)) },
    reach: (_order, _head, send) => send(),
    runs: {
      depositProof: async (_order, { command }) => {
        asked.push(command);
        if (command === 'deposit-not-wanted') throw new Refusal('not-allowed-now', 'Decided meanwhile.');
        if (command !== 'deposit-told') throw new Error('14 UNAVAILABLE');
        await told.deposit(PAID_AT + 5 * MINUTE, 'told', 1, 2);
        return { seq: 1, late: [] };
      },
    },
    clock: { now: () => iso(PAID_AT + 5 * MINUTE) },
    warn: (what) => void warned.push(what),
  });
  await sweep(MINUTE);
  expect(asked).toEqual(expect.arrayContaining(['deposit-told', 'deposit-not-wanted', 'deposit-still-away']));
  expect(purged).toEqual(['not-wanted']);
  expect(warned).toContain('proofs of AAAA-0003 not told yet');
  const left = await proofs.untold(iso(PAID_AT + DAY), 10);
  expect(left.map(({ sending }) => sending)).toEqual(['given', 'still-away']);
  const rows: readonly { readonly id: string }[] = await knex('proofs').where('order_reference', 'AAAA-0003').whereNotNull('accepted_at');
  expect(rows.map(({ id }) => id)).toEqual(['told']);
});

describe('the same files for the same seats', () => {
  const card = (reference: string, id: string, sending = id): NewProof => ({
    ...file(reference, id, sending),
    fingerprints: { bytes: '7'.repeat(64), pixels: '8'.repeat(64) },
  });
  const give = (sending: string) => proofs.give(sending, iso(PAID_AT + MINUTE));

  test('sent twice in the same moment: one of them is new', async () => {
    await begun('AAAA-0004');
    await proofs.add(card('AAAA-0004', 'press-1'));
    await proofs.add(card('AAAA-0004', 'press-2'));
    const both = await Promise.all([give('press-1'), give('press-2')]);
    expect(both.toSorted()).toEqual(['kept', 'new']);
  });

  test('sent again while they wait for an answer are known; once more of them, or another, is new', async () => {
    const told = await begun('AAAA-0005');
    await proofs.add(card('AAAA-0005', 'front'));
    expect(await give('front')).toBe('new');
    await told.deposit(PAID_AT + 2 * MINUTE, 'front', 1, 2);
    await proofs.add(card('AAAA-0005', 'front-again'));
    expect(await give('front-again')).toBe('told');
    await proofs.drop('front-again', iso(PAID_AT + 2 * MINUTE));
    await proofs.add(card('AAAA-0005', 'both-front', 'both'));
    await proofs.add(file('AAAA-0005', 'both-back', 'both'));
    expect(await give('both')).toBe('new');
  });

  test('that join what was sent before leave it where it is, and are known when they come again; alone they replace all', async () => {
    const told = await begun('AAAA-0007');
    const current = async () => {
      const rows: readonly { readonly id: string }[] = await knex('proofs')
        .where('order_reference', 'AAAA-0007')
        .whereNotNull('accepted_at')
        .whereNull('replaced_at')
        .orderBy('id');
      return rows.map(({ id }) => id);
    };
    await proofs.add(card('AAAA-0007', 'recto'));
    await give('recto');
    await told.deposit(PAID_AT + 2 * MINUTE, 'recto', 1, 2);
    await proofs.add({ ...file('AAAA-0007', 'verso'), adds: true });
    expect(await give('verso')).toBe('new');
    await told.deposit(PAID_AT + 3 * MINUTE, 'verso', 1, 2);
    expect(await current()).toEqual(['recto', 'verso']);
    await proofs.add({ ...card('AAAA-0007', 'recto-joins'), adds: true });
    expect(await give('recto-joins')).toBe('told');
    await proofs.drop('recto-joins', iso(PAID_AT + 3 * MINUTE));
    await proofs.add(card('AAAA-0007', 'recto-alone'));
    expect(await give('recto-alone')).toBe('new');
    await told.deposit(PAID_AT + 4 * MINUTE, 'recto-alone', 1, 2);
    expect(await current()).toEqual(['recto-alone']);
  });

  test('sent again after they were taken back, lost or answered are new', async () => {
    const told = await begun('AAAA-0006');
    await proofs.add(card('AAAA-0006', 'first'));
    await give('first');
    await told.deposit(PAID_AT + 2 * MINUTE, 'first', 1, 2);
    await proofs.markLost('first', iso(PAID_AT + 3 * MINUTE));
    await proofs.add(card('AAAA-0006', 'after-loss'));
    expect(await give('after-loss')).toBe('new');
    await told.deposit(PAID_AT + 4 * MINUTE, 'after-loss', 1, 2);
    const answers = [{ seats: [1], kind: 'refuse', reason: 'unreadable' }] as const;
    await told.say({ kind: 'decided', ...told.head(PAID_AT + 5 * MINUTE, SOPHIE, 'mail'), answers });
    await proofs.add(card('AAAA-0006', 'after-refusal'));
    expect(await give('after-refusal')).toBe('new');
  });
});
