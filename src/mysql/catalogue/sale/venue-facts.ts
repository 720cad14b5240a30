import type { Knex } from 'knex';
import type { ReadinessFacts } from '../../../domain/sale/readiness-facts';
import { unwrittenPages } from '../../../domain/texts/shop-sheets';
import { columns, rowsOf } from '../../rows';
import { AUTHENTICATION_COLUMNS, mailAuthenticationIn } from '../../settings/mail-authentication';
import { inboxesOf } from '../../settings/own-inbox';
import { ownTexts } from '../../settings/own-texts';
import { venueById } from '../venue';

type VenueFacts = Pick<ReadinessFacts, 'mentions' | 'unwrittenPages' | 'heldTemplate' | 'review'>;

/** What the performances of each venue share: who looks at proofs, how answers come in, what its tickets say. */
export async function venueFacts(knex: Knex, ids: readonly number[]): Promise<ReadonlyMap<number, VenueFacts>> {
  const venues = await knex('venues').pluck('id');
  const facts = await Promise.all(ids.map(async (id) => [id, await factsOf(knex, { id, venues: venues.length })] as const));
  return new Map(facts);
}

export async function templateFacts(
  knex: Knex,
  venues: readonly number[],
): Promise<readonly (ReadinessFacts['templates'][number] & { readonly venue: number })[]> {
  const templates = knex('ticket_templates')
    .whereIn('venue_id', [...venues])
    .orderBy('code');
  return rowsOf(templates, { ...columns('ticket_templates', 'code', 'seating'), venue: 'ticket_templates.venue_id' });
}

async function factsOf(knex: Knex, { id, venues }: { readonly id: number; readonly venues: number }): Promise<VenueFacts> {
  const { organizer, licences, policy, escalationAddress, inboxAddress, copyAddress } = await venueById(knex, id);
  const row = await knex('venues')
    .where({ id })
    .first('pdf_product_template', ...AUTHENTICATION_COLUMNS);
  if (!row) throw new Error(`No venue ${id}.`);
  const asked = await knex('reviewers').where({ venue_id: id, active: true }).orderBy(['name', 'id']).select('name', 'address');
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
