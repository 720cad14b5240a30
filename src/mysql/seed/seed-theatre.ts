import type { Knex } from 'knex';
import { seedPerformances, type SeededPerformance } from './performances';
import { seedPrices } from './prices';
import { seedProofTypes } from './proof-types';
import { seedRooms } from './rooms';
import { seedSales } from './sales';
import type { SeedOptions } from './seed-options';
import { seedShows } from './shows';
import { seedTicketTemplates } from './ticket-templates';
import { seedTariffs } from './tariffs';
import { seedLegalPages } from './legal-pages';
import { seedVenue } from './venue';

export interface SeededTheatre {
  readonly venueId: number;
  /** Those still to come, the next one first. */
  readonly performances: readonly SeededPerformance[];
}

/**
 * Opens the Théâtre des Mariniers, invented like everybody in it: three rooms, three shows, eight performances, every tariff
 * of the field. May be called again: it adds what is missing, and new dates once a show has none left.
 */
export async function seedTheatre(knex: Knex, options: SeedOptions): Promise<SeededTheatre> {
  return knex.transaction(async (trx) => {
    const venueId = await seedVenue(trx, options);
    await seedLegalPages(trx, { venueId, now: options.now });
    await seedProofTypes(trx);
    await seedTariffs(trx);
    await seedSales(trx);
    await seedTicketTemplates(trx, venueId);
    const rooms = await seedRooms(trx, venueId);
    const shows = await seedShows(trx, venueId);
    await seedPrices(trx, shows);
    return { venueId, performances: await seedPerformances(trx, { rooms, shows, now: options.now }) };
  });
}
