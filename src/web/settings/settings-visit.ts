import type { Request, Response } from 'express';
import type { VenueView } from '../../domain/order-view';
import type { Change } from '../../ports/settings/venue-settings';
import type { House } from '../needs';
import { html } from '../page/html';
import { NotFound } from '../problem';
import type { Site, Visit } from '../visit';
import { atVenue } from '../visit';
import type { DeskVisit } from '../desk/desk-visit';
import { deskVisit } from '../desk/desk-visit';

/** Somebody who may settle things. */
export interface AdminVisit {
  readonly desk: DeskVisit;
  readonly by: Pick<Change, 'by' | 'door'>;
}

/** And the venue that the page is about, as it stands. */
export interface SettingsVisit extends AdminVisit {
  readonly venue: VenueView;
}

/** For what the organizer settles for all venues: accounts, keys. */
export async function adminVisit(site: Site, request: Request, response: Response): Promise<AdminVisit> {
  const desk = await deskVisit(site, request, { response, roles: ['admin'] });
  return { desk, by: { by: { role: 'staff', id: desk.who.id }, door: 'desk' } };
}

/** For what each venue settles for itself: the one in the address, that of the form, the one that was looked at last, or the first. */
export async function settingsVisit(site: Site, request: Request, response: Response): Promise<SettingsVisit> {
  const { desk, by } = await adminVisit(site, request, response);
  const chosen = chosenVenue(desk.visit, request);
  const venue = chosen && (await site.needs.venueSettings.venue(chosen.id));
  if (!venue) throw new NotFound();
  if (desk.visit.venues.length > 1) request.session.venue = venue.id;
  return { desk: { ...desk, visit: ofVenue(desk.visit, venue) }, by, venue };
}

function chosenVenue({ venues }: Visit, request: Request): House | undefined {
  const named: unknown = request.query['venue'] ?? request.body?.venue;
  if (named !== undefined) return venues.find(({ id }) => String(id) === named);
  return venues.find(({ id }) => id === request.session.venue) ?? venues[0];
}

/** A form says of which venue its page was: another tab may look at another one meanwhile. */
function ofVenue(visit: Visit, venue: VenueView): Visit {
  const at = atVenue(visit, venue);
  if (visit.venues.length < 2) return at;
  return { ...at, guardField: () => html`${visit.guardField()}<input type="hidden" name="venue" value="${venue.id}" />` };
}
