import type { Knex } from 'knex';

export type Row = Readonly<Record<string, unknown>>;

/** Adds those rows that are not there yet; what people changed since is left as it is. */
export async function insertMissing(knex: Knex, table: string, keys: readonly string[], rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    const key = Object.fromEntries(keys.map((name) => [name, row[name]]));
    const known: unknown = await knex(table)
      .where(key)
      .first(keys[0] ?? '*');
    if (known === undefined) await knex(table).insert(row);
  }
}

/** The same for one row of a table that counts its own ids. */
export async function idOf(knex: Knex, table: string, key: Row, rest: Row): Promise<number> {
  const known: { readonly id: number } | undefined = await knex(table).where(key).first('id');
  if (known) return known.id;
  const [id = 0]: readonly number[] = await knex(table).insert({ ...key, ...rest });
  return id;
}

/** One text in each language, as a JSON column takes it. */
export function words(fr: string, en: string): string {
  return JSON.stringify({ fr, en });
}
