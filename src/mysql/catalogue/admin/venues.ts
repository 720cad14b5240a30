import type { Knex } from 'knex';
import type { VenueEntry } from '../../../domain/catalogue/entries';
import { refuseFaults } from '../../../domain/catalogue/refused-entry';
import { venueFaults } from '../../../domain/catalogue/venue-faults';
import { isSameAddress } from '../../../domain/mail-address';
import { ownInboxFaults } from '../../../domain/own-inbox';
import { EntryInUse, named } from '../../../domain/catalogue/in-use';
import { DEFAULT_POLICY } from '../../../domain/venue-policy';
import { inboxesOf, writtenTo } from '../../settings/own-inbox';
import { valuesOf } from '../../rows';
import { ENTRY_COLUMNS, entryColumns, entryOf } from '../venue-entry';
import type { Noun } from './noun';

export const venueNoun: Noun<VenueEntry, number, 'venues', (typeof ENTRY_COLUMNS)[number]> = {
  kind: 'venue',
  table: 'venues',
  keyColumn: 'id',
  order: ['id'],
  retirable: false,
  columns: ENTRY_COLUMNS,
  keyOf: ({ id }) => id,
  natural: ({ inboxAddress }) => ({ inbox_address: inboxAddress }),
  knownBy: 'inboxAddress',
  read: (_, row) => Promise.resolve(entryOf(row)),
  row: entryColumns,
  async refuse(trx, { key, before, value, at }) {
    const { inboxAddress, email, copyAddress, escalationAddress } = value;
    const written = Object.entries({ email, copyAddress, escalationAddress }).map(([field, address]) => ({ field, address }));
    const moved = before === undefined || !isSameAddress(before.inboxAddress, inboxAddress);
    const others = moved ? await writtenTo(trx, key) : [];
    refuseFaults([
      ...venueFaults(value),
      ...ownInboxFaults(written, await inboxesOf(trx, key)),
      ...ownInboxFaults(
        others.map((address) => ({ field: 'inboxAddress', address })),
        [inboxAddress],
      ),
    ]);
    if (before && key !== undefined && before.timeZone !== value.timeZone) await refuseMovedHours(trx, key, at);
  },
  // What a venue settles at its desk begins with the usual.
  fresh: {
    policy: JSON.stringify(DEFAULT_POLICY),
    proofs_label: JSON.stringify({ fr: 'Mes justificatifs', en: 'My proofs' }),
    attach_proofs: true,
    authentication_mode: 'ar',
    authserv_id: null,
  },
  async uses(trx, key) {
    const rooms = await trx('rooms').where({ venue_id: key }).pluck('name');
    const shows = await trx('shows').where({ venue_id: key }).pluck('title');
    return { now: [...named('room', rooms), ...named('show', shows)], ever: false };
  },
  async clear(trx, key) {
    await trx('reviewers').where({ venue_id: key }).delete();
  },
};

/** The hour on a ticket is the venue's own: in another zone the same evening would begin at another one. */
async function refuseMovedHours(trx: Knex.Transaction, id: number, at: string): Promise<void> {
  const seats = trx('performances')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .join('performance_places', 'performance_places.performance_id', 'performances.id')
    .where('rooms.venue_id', id)
    .where('performances.ends_at', '>', new Date(at))
    .whereIn('performance_places.status', ['held', 'sold'])
    .distinct()
    .orderBy('performances.id');
  const sold = await valuesOf(seats, 'performances.id');
  if (sold.length > 0) throw new EntryInUse('Seats are sold at its hours.', named('performance', sold), 'timeZone');
}
