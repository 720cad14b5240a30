import type { VenueEntry } from '../../domain/catalogue/entries';
import { venueAdvice, venueDirections, venueLicences, venueOpeningHours } from '../schema/json-columns';
import type { Row, RowChange } from '../schema/tables';

/** What an office says of a venue; the rest is settled at its desk. */
export const ENTRY_COLUMNS = ['id', 'name', 'organizer', 'licences', 'address', 'city', 'phone', 'opening_hours', 'email', 'website', 'time_zone', 'directions', 'advice', 'inbox_address', 'copy_address', 'escalation_address'] as const; // prettier-ignore

export function entryOf(row: Pick<Row<'venues'>, (typeof ENTRY_COLUMNS)[number]>): VenueEntry {
  return {
    name: row.name,
    organizer: row.organizer,
    licences: venueLicences(row.licences),
    address: row.address,
    city: row.city,
    phone: row.phone,
    openingHours: venueOpeningHours(row.opening_hours),
    email: row.email,
    website: row.website,
    timeZone: row.time_zone,
    directions: venueDirections(row.directions),
    advice: venueAdvice(row.advice),
    inboxAddress: row.inbox_address,
    copyAddress: row.copy_address,
    escalationAddress: row.escalation_address,
  };
}

/** The way back. */
export function entryColumns({ name, organizer, address, city, phone, email, website, ...venue }: VenueEntry) {
  return {
    ...{ name, organizer, address, city, phone, email, website },
    licences: JSON.stringify(venue.licences),
    opening_hours: JSON.stringify(venue.openingHours),
    time_zone: venue.timeZone,
    directions: JSON.stringify(venue.directions),
    advice: JSON.stringify(venue.advice),
    inbox_address: venue.inboxAddress,
    copy_address: venue.copyAddress,
    escalation_address: venue.escalationAddress,
  } satisfies RowChange<'venues'>;
}
