import type { Language } from '../../domain/language';
import type { VenueView } from '../../domain/order-view';
import type { TicketTemplate } from '../../domain/ticket-template';
import type { TicketVenue } from '../../ports/tickets/printer';

/** What the venue says on a ticket; its template may say some of it otherwise, and can leave out no mention of the law. */
export function ticketVenue(venue: VenueView, language: Language, template?: TicketTemplate): TicketVenue {
  const { name, organizer, city, licences, website, phone, email, address } = venue;
  const directions = template?.directions ?? venue.directions;
  const advice = template?.advice ?? venue.advice;
  return {
    ...{ name, organizer, city, licences, website, phone, email, address },
    directions: directions.map((line) => line[language]),
    advice: advice.map(({ title, text }) => ({ title: title[language], text: text[language] })),
  };
}
