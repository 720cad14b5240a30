import type { Knex } from 'knex';
import type { ReadinessFacts } from '../../../domain/sale/readiness-facts';
import { unwrittenPages } from '../../../domain/texts/default-texts';
import { AUTHENTICATION_COLUMNS, mailAuthenticationIn, type AuthenticationRow } from '../../settings/mail-authentication';
import { inboxesOf } from '../../settings/own-inbox';
import { ownTexts } from '../../settings/own-texts';
import { venueById } from '../venue';

type VenueFacts = Pick<ReadinessFacts, 'mentions' | 'unwrittenPages' | 'heldTemplate' | 'review'>;

/** What the performances of each venue share: who looks at proofs, how answers come in, what its tickets say. */
export async function venueFacts(knex: Knex, ids: readonly number[]): Promise<ReadonlyMap<number, VenueFacts>> {
  const venues: readonly number[] = await knex('venues').pluck('id');
  const facts = await Promise.all(ids.map(async (id) => [id, await factsOf(knex, { id, venues: venues.length })] as const));
  return new Map(facts);
}

export async function templateFacts(
  knex: Knex,
  venues: readonly number[],
): Promise<readonly (ReadinessFacts['templates'][number] & { readonly venue: number })[]> {
  return knex('ticket_templates')
    .whereIn('venue_id', [...venues])
    .orderBy('code')
    .select('code', 'seating', { venue: 'venue_id' });
}

interface Row extends AuthenticationRow {
  readonly pdf_product_template: string;
}

async function factsOf(knex: Knex, { id, venues }: { readonly id: number; readonly venues: number }): Promise<VenueFacts> {
  const { organizer, licences, policy, escalationAddress, inboxAddress, copyAddress } = await venueById(knex, id);
  const row: Row = await knex('venues')
    .where({ id })
    .first('pdf_product_template', ...AUTHENTICATION_COLUMNS);
  const asked: readonly { readonly name: string; readonly address: string }[] = await knex('reviewers')
    .where({ venue_id: id, active: true })
    .orderBy(['name', 'id'])
    .select('name', 'address');
  const written = { inboxes: await inboxesOf(knex), writtenTo: [...asked.map(({ address }) => address), copyAddress] };
  const reviewers = asked.map(({ name }) => name);
  const { proofsOnline } = policy;
  return {
    mentions: { organizer, licences },
    unwrittenPages: unwrittenPages('fr', await ownTexts(knex, id, 'fr')),
    heldTemplate: row.pdf_product_template,
    review: { proofsOnline, reviewers, escalationAddress, inboxAddress, ...written, authentication: mailAuthenticationIn(row), venues },
  };
}
