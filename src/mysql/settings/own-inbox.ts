import type { Knex } from 'knex';

/** Of every venue, but for the one named. */
export async function inboxesOf(knex: Knex, besides?: number): Promise<readonly string[]> {
  return venuesBut(knex, besides).pluck('inbox_address');
}

/** Whoever letters of ours go to, but for what that venue settles with its inbox. */
export async function writtenTo(knex: Knex, besides?: number): Promise<readonly string[]> {
  const reviewers = await knex('reviewers').where({ active: true }).orderBy('id').pluck('address');
  const accounts = await knex('staff').where({ active: true }).orderBy('id').pluck('email');
  const venues = await venuesBut(knex, besides).select('email', 'copy_address', 'escalation_address');
  return [...reviewers, ...accounts, ...venues.flatMap((venue) => Object.values(venue))];
}

function venuesBut(knex: Knex, besides: number | undefined) {
  const all = knex('venues').orderBy('id');
  return besides === undefined ? all : all.whereNot({ id: besides });
}
