import type { Request, Response } from 'express';
import type { VenueView } from '../../../domain/order-view';
import type { Change } from '../../../ports/settings/venue-settings';
import { NotFound } from '../../problem';
import type { Site } from '../../visit';
import type { DeskVisit } from '../desk-visit';
import { deskVisit } from '../desk-visit';

export interface SettingsVisit {
  readonly desk: DeskVisit;
  readonly venue: VenueView;
  readonly by: Pick<Change, 'by' | 'door'>;
}

/** Somebody who may settle things, and the venue as it stands. */
export async function settingsVisit(site: Site, request: Request, response: Response): Promise<SettingsVisit> {
  const desk = await deskVisit(site, request, { response, roles: ['admin'] });
  // The pages settle the first venue; another one is settled by the API, under its number.
  const [first] = desk.visit.venues;
  const venue = first && (await site.needs.venueSettings.venue(first.id));
  if (!venue) throw new NotFound();
  return { desk, venue, by: { by: { role: 'staff', id: desk.who.id }, door: 'desk' } };
}
