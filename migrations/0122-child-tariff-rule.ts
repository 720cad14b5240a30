import type { Knex } from 'knex';

/**
 * The tariff « Enfant de moins de 12 ans » of `contremarque seed` said nothing of an age before, so that whoever comes was taken for
 * the buyer. Only where it stands as it was seeded: whatever the venue has written of it, by desk or API, is its own.
 */
export async function up(knex: Knex): Promise<void> {
  const row: Row | undefined = await knex('tariffs')
    .where({ code: CODE, active: true, needs_proof: false })
    .first(...SEEDED);
  if (row === undefined || !isAsSeeded(row)) return;
  const changed: unknown = await knex('catalogue_changes').where({ kind: 'tariff', subject: CODE }).first('id');
  if (changed !== undefined) return;
  await knex('tariffs')
    .where({ code: CODE })
    .update({ validity_rule: JSON.stringify(RULE), validity: JSON.stringify(WORDS) });
}

/** The rule says what the name has always said: the version before reads it too. */
export async function down(): Promise<void> {
  return Promise.resolve();
}

const CODE = 'ENF12';
const SEEDED = ['name', 'validity_rule', 'validity'] as const;
const NAME = { fr: 'Enfant de moins de 12\u00a0ans', en: 'Child under 12' };
const RULE = { kind: 'younger-than', years: 12 };
const WORDS = { fr: 'moins de 12\u00a0ans le {date}', en: 'under 12 on {date}' };

type Row = Readonly<Record<(typeof SEEDED)[number], unknown>>;

function isAsSeeded({ name, validity_rule: rule, validity }: Row): boolean {
  const [said, words] = [name, validity].map((text) => read(text));
  const names = said?.['fr'] === NAME.fr && said['en'] === NAME.en;
  return names && Object.keys(read(rule)).length === 0 && words?.['fr'] === '' && words['en'] === '';
}

/** MariaDB gives JSON as text, MySQL as what it means. */
function read(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'string' ? JSON.parse(value) : Object(value);
}
