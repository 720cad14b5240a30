import type { VenueView } from '../../domain/order-view';
import type { ApiKey } from '../../ports/staff';
import type { Site } from '../visit';
import { known } from '../catalogue/shelf-routes';
import { Id } from '../api/fields';
import { z } from '../api/zod';

export const HEAD = { tag: 'Settings', roles: ['admin'] } as const;
export const VENUE = '/venues/{id}';
export const OfVenue = z.object({ id: Id });

export async function venueOf({ needs }: Site, id: number): Promise<VenueView> {
  return known(await needs.venueSettings.venue(id), id);
}

export function byKey({ id }: ApiKey) {
  return { by: { role: 'api-key', id }, door: 'api' } as const;
}
