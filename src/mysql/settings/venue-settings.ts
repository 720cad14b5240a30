import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import type { Change, Reviewer, VenueSettings } from '../../ports/settings/venue-settings';
import { findVenue, venueById } from '../catalogue/venue';
import { settingColumns } from '../catalogue/venue-settings';
import { keepingSale } from '../catalogue/sale/keeping-sale';
import { isDuplicate } from '../duplicate';
import type { Row } from '../schema/tables';
import { inTransaction } from '../transaction';
import { inboxesOf, writtenTo } from './own-inbox';
import { AUTHENTICATION_COLUMNS, senderAuthenticationIn } from './mail-authentication';
import type { RecordChange } from './record-change';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

export function createVenueSettings({ knex, recordChange }: Needs): VenueSettings {
  return {
    venue: (id) => findVenue(knex, id),

    async reviewers(venue) {
      const rows = await knex('reviewers').where({ venue_id: venue }).orderBy(['name', 'id']).select();
      return rows.map(reviewerOf);
    },

    inboxes: (besides) => inboxesOf(knex, besides),

    writtenTo: (besides) => writtenTo(knex, besides),

    async authentication(venue) {
      return senderAuthenticationIn(await authenticationRow(knex, venue));
    },

    changeAuthentication: (venue, what, change) =>
      sold(change, async (trx) => {
        await lockVenue(trx, venue);
        const before = senderAuthenticationIn(await authenticationRow(trx, venue));
        const { mode, authservId, sameTenant } = what(before);
        await trx('venues')
          .where({ id: venue })
          .update({ authentication_mode: mode, authserv_id: authservId ?? null, same_tenant: sameTenant });
        const after = senderAuthenticationIn(await authenticationRow(trx, venue));
        await recordChange(trx, { ...change, subject: { kind: 'sender-authentication', id: `${venue}` }, before, after });
      }),

    change: (venue, what, change) =>
      sold(change, async (trx) => {
        await lockVenue(trx, venue);
        const before = await venueById(trx, venue);
        const after = what(before);
        try {
          await trx('venues').where({ id: venue }).update(settingColumns(after));
        } catch (fault) {
          throw isDuplicate(fault)
            ? new Refusal('address-not-accepted', 'Another venue reads this inbox.', { field: 'inboxAddress' })
            : fault;
        }
        const was = Object.fromEntries(Object.entries(before).filter(([name]) => name in after));
        await recordChange(trx, { ...change, subject: { kind: 'venue', id: `${venue}` }, before: was, after });
      }),

    addReviewer: (venue, { name, address }, change) =>
      inTransaction(knex, async (trx) => {
        await lockVenue(trx, venue);
        const before = await trx('reviewers').where({ venue_id: venue, address }).first();
        if (before?.active && before.name !== name)
          throw new Refusal('already-exists', `Reviewer ${before.id} is asked at this address.`, { field: 'address' });
        await trx('reviewers')
          .insert({ venue_id: venue, name, address, active: true })
          .onConflict(['venue_id', 'address'])
          .merge(['name', 'active']);
        const after = await trx('reviewers').where({ venue_id: venue, address }).first();
        if (!after) throw new Error(`The reviewer that was written is not there.`);
        await tell(trx, change, { before, after });
        return after.id;
      }),

    renameReviewer: (venue, { id, name }, change) => alter(venue, id, { change, columns: { name } }),

    retireReviewer: (venue, id, change) => alter(venue, id, { change, columns: { active: false } }),
  };

  function sold(change: Change, work: (trx: Knex.Transaction) => Promise<void>): Promise<void> {
    return inTransaction(knex, (trx) => keepingSale(trx, change.at, () => work(trx)));
  }

  function alter(venue: number, id: number, { change, columns }: Altered): Promise<void> {
    return sold(change, async (trx) => {
      await lockVenue(trx, venue);
      const before = await trx('reviewers').where({ id, venue_id: venue }).first();
      if (!before) throw new Refusal('reviewer-not-found', `No reviewer ${id}.`);
      const others = await trx('reviewers').where({ venue_id: venue, active: true }).whereNot({ id }).pluck('id');
      if ('active' in columns && others.length === 0) throw new Refusal('last-reviewer', `Nobody but reviewer ${id} is asked.`);
      await trx('reviewers').where({ id }).update(columns);
      await tell(trx, change, { before, after: { ...before, ...columns } });
    });
  }

  async function tell(
    trx: Knex.Transaction,
    change: Change,
    { before, after }: { before: Row<'reviewers'> | undefined; after: Row<'reviewers'> },
  ): Promise<void> {
    const subject = { kind: 'reviewer', id: `${after.id}` };
    await recordChange(trx, { ...change, subject, before: before && reviewerOf(before), after: reviewerOf(after) });
  }
}

async function authenticationRow(knex: Knex, id: number) {
  const row = await knex('venues')
    .where({ id })
    .first(...AUTHENTICATION_COLUMNS);
  if (!row) throw new Error(`No venue ${id}.`);
  return row;
}

interface Altered {
  readonly change: Change;
  readonly columns: { readonly name: string } | { readonly active: false };
}

/** One change of a venue after the other: two people who each retire the other's address leave one. */
async function lockVenue(trx: Knex.Transaction, id: number): Promise<void> {
  await trx('venues').where({ id }).forUpdate().first('id');
}

function reviewerOf({ id, name, address, active }: Row<'reviewers'>): Reviewer {
  return { id, name, address, active: Boolean(active) };
}
