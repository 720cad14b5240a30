import type { Knex } from 'knex';

/** Names are kept composed (Unicode NFC): those that came with loose accents are put together. May be cut and run again. */
export async function up(knex: Knex): Promise<void> {
  await compose(knex, { table: 'customers', column: 'name', key: ['id'] });
  await compose(knex, { table: 'positions', column: 'holder', key: ['order_reference', 'no'] });
  await compose(knex, { table: 'reviewers', column: 'name', key: ['id'] });
  await compose(knex, { table: 'staff', column: 'name', key: ['id'] });
}

interface Names {
  readonly table: string;
  readonly column: string;
  readonly key: readonly string[];
}

/** Only rows with a sign beyond Latin-1 are read: a loose accent is one, é is not. */
const BEYOND = "hex(cast(?? as binary)) regexp '^(..)*(C[4-9A-F]|[DEF].)'";

async function compose(knex: Knex, { table, column, key }: Names): Promise<void> {
  const rows: readonly Readonly<Record<string, unknown>>[] = await knex(table)
    .whereRaw(BEYOND, [column])
    .select([column, ...key]);
  for (const row of rows) {
    const name = String(row[column]);
    const composed = name.normalize('NFC');
    if (composed === name) continue;
    await knex(table)
      .where(Object.fromEntries(key.map((part) => [part, row[part]])))
      .update({ [column]: composed });
  }
}

export async function down(): Promise<void> {
  // Which accents were loose is known no more, and nothing depends on it.
}
