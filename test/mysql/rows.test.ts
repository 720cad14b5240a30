import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns, computed, countOf, firstOf, insertedId, rowsOf, unionOf, valuesOf } from '../../src/mysql/rows';
import { letterSubject, tariffRule, venuePolicy } from '../../src/mysql/schema/json-columns';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import { PAID, PERFORMANCE_AT } from '../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from './fresh-database';
import { furnishTheatre, sellOrder } from './sold-orders';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await furnishTheatre(database.knex, PERFORMANCE_AT);
  await sellOrder(database.knex, PAID);
});
afterAll(() => database.drop());

describe('joined rows', () => {
  test('come under the names that were asked for, with the types of the schema', async () => {
    const { knex } = database;
    const order = knex('orders').join('customers', 'customers.id', 'orders.customer_id').where({ reference: PAID.order });
    const row = await firstOf(order, { ...columns('orders', 'payment', 'paid_at'), buyer: 'customers.name' });
    const typed: { readonly payment: string; readonly paid_at: Date | null; readonly buyer: string } | undefined = row;
    expect(typed).toEqual({ payment: 'paid', paid_at: new Date(PAID.paidAt), buyer: `Camille Roussel ${PAID.order}` });
  });

  test('what a left join does not find is null, and typed so', async () => {
    const { knex } = database;
    const venues = knex('venues').leftJoin({ there: 'ticket_templates' }, 'there.venue_id', 'venues.id');
    const rows = await rowsOf(venues, { venue: 'venues.name', template: 'there:ticket_templates.name?' });
    // @ts-expect-error: it may be null
    const template: string | undefined = rows[0]?.template;
    expect(template).toBeNull();
  });

  test('a column that no table has, or that is misspelt, does not compile', async () => {
    // @ts-expect-error: orders have no `refernce`
    await expect(firstOf(database.knex('orders'), { order: 'orders.refernce' })).rejects.toMatchObject({ code: 'ER_BAD_FIELD_ERROR' });
  });

  test('one column, a count, what the database works out, and several queries together', async () => {
    const { knex } = database;
    const seats = () => knex('positions').where({ order_reference: PAID.order }).orderBy('no');
    expect(await valuesOf(seats(), 'positions.no')).toEqual(PAID.seats.map(({ no }) => no));
    expect(await countOf(knex('positions'))).toBe(PAID.seats.length);
    const last = computed<number>(knex.raw('max(no)'));
    expect(await firstOf(knex('positions'), { last })).toEqual({ last: PAID.seats.length });
    const both = await unionOf([knex('positions').where({ no: 1 }), knex('positions').where({ no: 1 })], { seat: 'positions.no' });
    expect(both).toEqual([{ seat: 1 }]);
    expect(await unionOf([], { seat: 'positions.no' })).toEqual([]);
  });

  test('a new row’s number is the database’s; a table that counts nothing gives none, and none is invented', async () => {
    const { knex } = database;
    expect(await insertedId(knex, 'customers', { name: 'Odile Garnier' })).toBeGreaterThan(0);
    await expect(knex.transaction((trx) => insertedId(trx, 'holders', { who: 'x', seen_at: new Date() }))).rejects.toThrow('no number');
  });
});

describe('JSON columns', () => {
  test('are read whether the driver gives them as text or as an object', () => {
    expect(letterSubject('{"release":2}')).toEqual({ release: 2 });
    expect(letterSubject({ release: 2 })).toEqual({ release: 2 });
  });

  test('what nobody wrote is a fault that names column and place, and no value', () => {
    const fault = () => letterSubject({ release: 'Camille Roussel' });
    expect(fault).toThrow('outgoing_mail.about');
    expect(fault).toThrow('release');
    expect(fault).not.toThrow('Camille');
  });

  test('a setting that is newer than what was written has its default', () => {
    expect(venuePolicy({ undoMs: 5000 })).toEqual({ ...DEFAULT_POLICY, undoMs: 5000 });
  });

  test('a tariff without a rule has none; a kind of rule that does not exist is a fault', () => {
    expect(tariffRule({})).toBeUndefined();
    expect(tariffRule({ kind: 'younger-than', years: 26 })).toEqual({ kind: 'younger-than', years: 26 });
    expect(() => tariffRule({ kind: 'moon-phase' })).toThrow('tariffs.validity_rule');
  });
});

test('a row typed by hand and a join read without its names are found by the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reads-'));
  try {
    cpSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
    cpSync(join('local', 'lint'), join(folder, 'local', 'lint'), { recursive: true });
    mkdirSync(join(folder, 'src', 'mysql'), { recursive: true });
    writeFileSync(join(folder, 'src', 'mysql', 'planted.ts'), PLANTED);
    const oxlint = join(process.cwd(), 'node_modules', '.bin', 'oxlint');
    const { stdout } = spawnSync(oxlint, ['src', '--format', 'json'], { cwd: folder, encoding: 'utf8' });
    const { diagnostics }: { readonly diagnostics: readonly { readonly code: string }[] } = JSON.parse(stdout);
    const codes = diagnostics.map(({ code }) => code).filter((code) => code.startsWith('reads('));
    expect(codes.toSorted()).toEqual(['reads(no-row-by-hand)', 'reads(no-typed-read)', 'reads(no-unnamed-join)']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const PLANTED = `import type { Knex } from 'knex';

interface OrderRow {
  readonly reference: string;
}

export async function planted(knex: Knex): Promise<string> {
  const rows: readonly OrderRow[] = await knex('orders').join('customers', 'customers.id', 'orders.customer_id').select('reference');
  return rows.map(({ reference }) => reference).join();
}
`;
