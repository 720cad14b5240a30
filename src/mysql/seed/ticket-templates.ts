import type { Knex } from 'knex';
import { insertMissing } from './insert-missing';

/** One for each seating; what they say is the venue's own. */
export async function seedTicketTemplates(knex: Knex, venueId: number): Promise<void> {
  await insertMissing(
    knex,
    'ticket_templates',
    ['venue_id', 'code', 'seating'],
    [
      { venue_id: venueId, code: 'a4', seating: 'numbered', name: 'A4, places numérotées' },
      { venue_id: venueId, code: 'a4', seating: 'free', name: 'A4, placement libre' },
    ],
  );
}
