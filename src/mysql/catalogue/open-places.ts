import type { Knex } from 'knex';

/** Puts every place of the room on sale for a performance, unless its places are there already. */
export async function openPlaces(knex: Knex, performanceId: number): Promise<void> {
  const known: unknown = await knex('performance_places').where({ performance_id: performanceId }).first('id');
  if (known !== undefined) return;
  await knex.raw(
    `insert into performance_places (performance_id, category, sort, row_label, seat_label, entrance, status)
     select performances.id, seats.category, seats.sort, seats.row_label, seats.seat_label, seats.entrance, 'free'
     from performances join seats on seats.room_id = performances.room_id
     where performances.id = ? order by seats.sort`,
    [performanceId],
  );
}
