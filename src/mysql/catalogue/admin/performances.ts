import type { Knex } from 'knex';
import type { PerformanceEntry } from '../../../domain/catalogue/entries';
import { performanceFaults } from '../../../domain/catalogue/performance-faults';
import { refuseFaults, unknownName, type EntryFault } from '../../../domain/catalogue/refused-entry';
import { EntryInUse } from '../../../domain/catalogue/in-use';
import { Refusal } from '../../../domain/refusal';
import { toIso } from '../../column-values';
import { openPlaces } from '../open-places';
import type { Noun } from './noun';
import { isNamed, ordersWith } from './uses';

const COLUMNS = ['id', 'show_id', 'room_id', 'starts_at', 'doors_at', 'ends_at', 'vat_rate'] as const;

export const performanceNoun: Noun<PerformanceEntry, number, 'performances', (typeof COLUMNS)[number]> = {
  kind: 'performance',
  table: 'performances',
  columns: COLUMNS,
  keyColumn: 'id',
  order: ['starts_at', 'id'],
  retirable: false,
  keyOf: ({ id }) => id,
  natural: ({ roomId, startsAt }) => ({ room_id: roomId, starts_at: new Date(startsAt) }),
  knownBy: 'startsAt',
  read: (_, row) =>
    Promise.resolve({
      ...{ showId: row.show_id, roomId: row.room_id, vatRate: row.vat_rate },
      ...{ startsAt: toIso(row.starts_at), doorsAt: toIso(row.doors_at), endsAt: toIso(row.ends_at) },
    }),
  row: ({ showId, roomId, startsAt, doorsAt, endsAt, vatRate }) => ({
    ...{ show_id: showId, room_id: roomId, vat_rate: vatRate },
    ...{ starts_at: new Date(startsAt), doors_at: new Date(doorsAt), ends_at: new Date(endsAt) },
  }),
  async refuse(trx, { key, before, value, at }) {
    refuseFaults([...(await strangers(trx, value)), ...performanceFaults(value, { at, before })]);
    if (before && key !== undefined) await refuseBroken(trx, key, { before, value });
  },
  /** Its places are those of its room, from the day it is made. */
  async after(trx, { key, before, value }) {
    if (before && before.roomId !== value.roomId) await trx('performance_places').where({ performance_id: key }).delete();
    await openPlaces(trx, key);
  },
  async uses(trx, key) {
    const orders = await ordersWith(trx, { performance_id: key });
    const held = await isNamed(trx, 'performance_places', { performance_id: key, status: 'held' });
    const now = [...(orders > 0 ? [{ noun: 'order', count: orders } as const] : []), ...(held ? [{ noun: 'basket' } as const] : [])];
    return { now, ever: false };
  },
  async clear(trx, key, at) {
    const online: unknown = await trx('performances')
      .where({ id: key })
      .whereNotNull('published_at')
      .where('ends_at', '>', new Date(at))
      .first('id');
    // Baskets and links may lead to it at this very moment; whoever takes it off first says that they mean it.
    if (online !== undefined) throw new Refusal('sale-would-stop', 'It is online.', { performances: key });
    await trx('sale_rules').where({ performance_id: key }).delete();
    await trx('performance_places').where({ performance_id: key }).delete();
    await trx('allocations').where({ performance_id: key }).delete();
  },
};

async function strangers(trx: Knex.Transaction, { showId, roomId }: PerformanceEntry): Promise<readonly EntryFault[]> {
  const show = await trx('shows').where({ id: showId, active: true }).first('venue_id');
  const room = await trx('rooms').where({ id: roomId, active: true }).first('venue_id');
  if (show && room && show.venue_id !== room.venue_id)
    return [{ pointer: '#/roomId', says: { fr: 'Cette salle est celle d’un autre lieu.', en: 'This room is another venue’s.' } }];
  return [...(show ? [] : [unknownName('#/showId', showId)]), ...(room ? [] : [unknownName('#/roomId', roomId)])];
}

/** What stands on tickets, and what the stories of orders count by. */
const SOLD = ['showId', 'roomId', 'startsAt', 'endsAt', 'vatRate'] as const;

async function refuseBroken(
  trx: Knex.Transaction,
  id: number,
  { before, value }: { readonly before: PerformanceEntry; readonly value: PerformanceEntry },
): Promise<void> {
  const changed = SOLD.find((field) => before[field] !== value[field]);
  if (changed === undefined) return;
  const { now } = await performanceNoun.uses(trx, id, '');
  if (now.length > 0) throw new EntryInUse('Seats are sold as it is.', now, changed);
  if (changed === 'roomId' && (await isNamed(trx, 'allocations', { performance_id: id })))
    throw new EntryInUse('Allocations keep places of its room.', [{ noun: 'allocation' }], changed);
}
