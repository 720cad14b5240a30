import type { Knex } from 'knex';
import type { Wording } from '../../domain/language';
import { cents } from '../../domain/money';
import type { SeatAtTheDoor } from '../../ports/tickets/check-ins';
import { proofTypeName, tariffName } from '../schema/json-columns';
import { toIsoOrNone } from '../column-values';
import { columns, firstOf, valuesOf, type Selected } from '../rows';

/** A ticket with what the door must know of its seat. */
const DOOR = {
  ...columns('tickets', 'number', 'uid', 'admission', 'used_at', 'proof_to_show'),
  ...columns('performances', 'starts_at', 'doors_at'),
  ...columns('positions', 'holder', 'to_full_price', 'upgraded_at'),
  ...columns('places:performance_places', 'row_label', 'seat_label', 'entrance'),
  performance_id: 'orders.performance_id',
  title: 'shows.title',
  tariff_code: 'tariffs.code',
  tariff_name: 'tariffs.name',
  health: 'tariffs.health',
  category: 'seat_categories.name',
} as const;

export type DoorRow = Selected<typeof DOOR>;

/** With the proofs that its tariff accepts, where one must still be shown. */
export type DoorTicket = DoorRow & { readonly acceptedProofs: readonly Wording[] };

export async function doorRow(knex: Knex, which: { readonly uid: string } | { readonly number: number }): Promise<DoorTicket | undefined> {
  const row = await ticketRow(knex, which);
  if (!row) return undefined;
  // The name of a proof of health would tell of somebody's health.
  const names = row.proof_to_show && !row.health ? await proofNames(knex, row.tariff_code) : [];
  return { ...row, acceptedProofs: names.map(proofTypeName) };
}

function proofNames(knex: Knex, tariff: string): Promise<readonly unknown[]> {
  const accepted = knex('tariff_proof_types')
    .join('proof_types', 'proof_types.code', 'tariff_proof_types.proof_type_code')
    .where({ tariff_code: tariff })
    .orderBy('tariff_proof_types.sort');
  return valuesOf(accepted, 'proof_types.name');
}

async function ticketRow(knex: Knex, which: { readonly uid: string } | { readonly number: number }): Promise<DoorRow | undefined> {
  const where = 'uid' in which ? { 'tickets.uid': which.uid } : { 'tickets.number': which.number };
  const query = ticketsWithSeats(knex)
    .join('performances', 'performances.id', 'orders.performance_id')
    .join('shows', 'shows.id', 'performances.show_id')
    .join('tariffs', 'tariffs.code', knex.raw(SOLD_AS))
    .where(where);
  return firstOf(query, DOOR);
}

/** Tickets, each with its position and its place in the house. */
export function ticketsWithSeats(knex: Knex): Knex.QueryBuilder {
  return knex('tickets')
    .join('orders', 'orders.reference', 'tickets.order_reference')
    .join('positions', { 'positions.order_reference': 'tickets.order_reference', 'positions.no': 'tickets.seat' })
    .join({ places: 'performance_places' }, 'places.id', 'positions.place_id')
    .join({ houses: 'performances' }, 'houses.id', 'orders.performance_id')
    .join('seat_categories', { 'seat_categories.room_id': 'houses.room_id', 'seat_categories.code': 'positions.category' });
}

/** The full tariff, once its difference was settled. */
const SOLD_AS =
  'case when positions.upgraded_at is null then positions.tariff_code else coalesce(positions.full_tariff, positions.tariff_code) end';

const REDUCED = { fr: 'Tarif réduit', en: 'Reduced tariff' };

export function seatOf(row: DoorTicket): SeatAtTheDoor {
  return {
    tariff: row.health ? REDUCED : tariffName(row.tariff_name),
    holder: row.holder,
    category: row.category,
    place: placeOf(row),
    entrance: row.entrance,
    proofToShow: Boolean(row.proof_to_show),
    acceptedProofs: row.acceptedProofs,
    difference: cents(row.upgraded_at === null ? row.to_full_price : 0),
    settledAt: toIsoOrNone(row.upgraded_at),
  };
}

export function placeOf({ row_label: row, seat_label: seat }: Pick<DoorRow, 'row_label' | 'seat_label'>): SeatAtTheDoor['place'] {
  return row === null || seat === null ? undefined : { row, seat };
}
