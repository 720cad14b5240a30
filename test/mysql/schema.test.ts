import { TABLES } from '../../src/mysql/schema/tables';
import type { Column, Columns, Family } from '../../src/mysql/schema/column';
import { freshDatabase, type FreshDatabase } from './fresh-database';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase({ migrated: true });
});

afterAll(() => database.drop());

interface Described {
  readonly table_name: string;
  readonly column_name: string;
  readonly column_type: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly column_default: string | null;
  readonly extra: string;
}

/** Kept by the library that runs the migrations. */
const OTHERS = ['migrations', 'migrations_lock'];

test('every table, its columns, their kinds and who fills them are as the schema says', async () => {
  const tables: Record<string, Record<string, ReturnType<typeof kindOf>>> = {};
  const jsons = await jsonColumns();
  for (const column of await describedColumns()) {
    const table = (tables[column.table_name] ??= {});
    table[column.column_name] = kindOf(column, jsons.has(`${column.table_name}.${column.column_name}`));
  }
  expect(tables).toEqual(Object.fromEntries(Object.entries<Columns>(TABLES).map(([name, columns]) => [name, said(columns)])));
});

function said(columns: Columns): Record<string, Pick<Column, 'family' | 'nullable' | 'given'>> {
  return Object.fromEntries(Object.entries(columns).map(([name, { family, nullable, given }]) => [name, { family, nullable, given }]));
}

function kindOf(column: Described, isJson: boolean): Pick<Column, 'family' | 'nullable' | 'given'> {
  return { family: isJson ? 'json' : familyOf(column.column_type), nullable: column.is_nullable === 'YES', given: givenOf(column) };
}

function familyOf(type: string): Family {
  const family = FAMILIES.find(([pattern]) => pattern.test(type))?.[1];
  if (!family) throw new Error(`No column of ours is ${type}.`);
  return family;
}

const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/^tinyint\(1\)/, 'flag'],
  [/^(?:big)?int\b/, 'number'],
  [/char|text/, 'text'],
  [/^datetime/, 'instant'],
  [/blob/, 'bytes'],
  [/^json/, 'json'],
];

function givenOf({ column_default, extra }: Described): Column['given'] {
  if (/generated/i.test(extra) && !/default_generated/i.test(extra)) return 'by-database';
  // MariaDB writes the word
  const hasDefault = column_default !== null && column_default !== 'NULL';
  return hasDefault || extra.includes('auto_increment') ? 'by-default' : 'by-us';
}

async function describedColumns(): Promise<readonly Described[]> {
  const columns = ['table_name', 'column_name', 'column_type', 'is_nullable', 'column_default', 'extra'];
  return database
    .knex('information_schema.columns')
    .where({ table_schema: database.name })
    .whereNotIn('table_name', OTHERS)
    .select(Object.fromEntries(columns.map((column) => [column, column])));
}

/** JSON is text with a check of its own in MariaDB: those are all our checks. */
async function jsonColumns(): Promise<ReadonlySet<string>> {
  const checks: readonly { readonly at: string }[] = await database
    .knex('information_schema.table_constraints')
    .where({ table_schema: database.name, constraint_type: 'CHECK' })
    .select({ at: database.knex.raw("concat(table_name, '.', constraint_name)") });
  return new Set(checks.map(({ at }) => at));
}
