import type { Knex } from 'knex';
import type { VenueEntry } from '../../../domain/catalogue/entries';
import { refuseFaults } from '../../../domain/catalogue/refused-entry';
import { venueFaults } from '../../../domain/catalogue/venue-faults';
import { isSameAddress } from '../../../domain/mail-address';
import { ownInboxFaults } from '../../../domain/own-inbox';
import { EntryInUse, named } from '../../../domain/catalogue/in-use';
import { DEFAULT_POLICY } from '../../../domain/venue-policy';
import { parseJson } from '../../column-values';
import { inboxesOf, writtenTo } from '../../settings/own-inbox';
import type { Noun } from './noun';

interface Row {
  readonly id: number;
  readonly name: string;
  readonly organizer: string;
  readonly licences: unknown;
  readonly address: string;
  readonly city: string;
  readonly phone: string;
  readonly opening_hours: unknown;
  readonly email: string;
  readonly website: string;
  readonly time_zone: string;
  readonly directions: unknown;
  readonly advice: unknown;
  readonly inbox_address: string;
  readonly copy_address: string;
  readonly escalation_address: string;
}

export const venueNoun: Noun<VenueEntry, number, Row & { readonly active?: number }> = {
  kind: 'venue',
  table: 'venues',
  keyColumn: 'id',
  order: ['id'],
  retirable: false,
  // not *: the pictures lie in the same row
  columns: ['id', 'name', 'organizer', 'licences', 'address', 'city', 'phone', 'opening_hours', 'email', 'website', 'time_zone', 'directions', 'advice', 'inbox_address', 'copy_address', 'escalation_address'], // prettier-ignore
  keyOf: ({ id }) => id,
  natural: ({ inboxAddress }) => ({ inbox_address: inboxAddress }),
  knownBy: 'inboxAddress',
  read: (_, { name, organizer, address, city, phone, email, website, ...row }) =>
    Promise.resolve({
      ...{ name, organizer, address, city, phone, email, website },
      licences: parseJson(row.licences),
      openingHours: parseJson(row.opening_hours),
      timeZone: row.time_zone,
      directions: parseJson(row.directions),
      advice: parseJson(row.advice),
      inboxAddress: row.inbox_address,
      copyAddress: row.copy_address,
      escalationAddress: row.escalation_address,
    }),
  row: ({ name, organizer, address, city, phone, email, website, ...venue }) => ({
    ...{ name, organizer, address, city, phone, email, website },
    licences: JSON.stringify(venue.licences),
    opening_hours: JSON.stringify(venue.openingHours),
    time_zone: venue.timeZone,
    directions: JSON.stringify(venue.directions),
    advice: JSON.stringify(venue.advice),
    inbox_address: venue.inboxAddress,
    copy_address: venue.copyAddress,
    escalation_address: venue.escalationAddress,
  }),
  async refuse(trx, { key, before, value, at }) {
    const { inboxAddress, email, copyAddress, escalationAddress } = value;
    const written = Object.entries({ email, copyAddress, escalationAddress }).map(([field, address]) => ({ field, address }));
    const moved = before === undefined || !isSameAddress(before.inboxAddress, inboxAddress);
    const others = moved ? await writtenTo(trx, key ?? 0) : [];
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
    const rooms: readonly string[] = await trx('rooms').where({ venue_id: key }).pluck('name');
    const shows: readonly string[] = await trx('shows').where({ venue_id: key }).pluck('title');
    return { now: [...named('room', rooms), ...named('show', shows)], ever: false };
  },
  async clear(trx, key) {
    await trx('reviewers').where({ venue_id: key }).delete();
  },
};

/** The hour on a ticket is the venue's own: in another zone the same evening would begin at another one. */
async function refuseMovedHours(trx: Knex.Transaction, id: number, at: string): Promise<void> {
  const sold: readonly number[] = await trx('performances')
    .join('rooms', 'rooms.id', 'performances.room_id')
    .join('performance_places', 'performance_places.performance_id', 'performances.id')
    .where({ 'rooms.venue_id': id })
    .where('performances.ends_at', '>', new Date(at))
    .whereIn('performance_places.status', ['held', 'sold'])
    .distinct('performances.id')
    .orderBy('performances.id')
    .pluck('performances.id');
  if (sold.length > 0) throw new EntryInUse('Seats are sold at its hours.', named('performance', sold), 'timeZone');
}
