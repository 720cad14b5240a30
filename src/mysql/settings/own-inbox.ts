import type { Knex } from 'knex';

/** Of every venue, but for the one named. */
export async function inboxesOf(knex: Knex, besides?: number): Promise<readonly string[]> {
  return knex('venues')
    .whereNot({ id: besides ?? 0 })
    .orderBy('id')
    .pluck('inbox_address');
}

/** Whoever letters of ours go to, but for what that venue settles with its inbox. */
export async function writtenTo(knex: Knex, besides: number): Promise<readonly string[]> {
  const reviewers: readonly string[] = await knex('reviewers').where({ active: true }).orderBy('id').pluck('address');
  const accounts: readonly string[] = await knex('staff').where({ active: true }).orderBy('id').pluck('email');
  const venues: readonly Readonly<Record<string, string>>[] = await knex('venues')
    .whereNot({ id: besides })
    .orderBy('id')
    .select('email', 'copy_address', 'escalation_address');
  return [...reviewers, ...accounts, ...venues.flatMap((venue) => Object.values(venue))];
}
