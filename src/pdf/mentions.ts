import type { Language } from '../domain/language';
import type { TicketPage, TicketVenue } from '../ports/printer';
import { euros, ticketNumber } from './amounts';
import { clock, shortDay } from './dates';
import type { Span } from './line-breaking';

export interface Mentions {
  readonly left: readonly (readonly Span[])[];
  readonly right: readonly (readonly Span[])[];
}

/**
 * What the law asks to be readable on every ticket: organizer, licences, show and performance, number, category, price,
 * where and when it was sold, who made the system (CGI annexe IV, art. 50 sexies B).
 */
export function mentionsOf(ticket: TicketPage, venue: TicketVenue, language: Language): Mentions {
  return language === 'fr' ? french(ticket, venue) : english(ticket, venue);
}

/** The channel of our own pages, as sales statements name it. */
const ONLINE = 'INTERNET';

function french(ticket: TicketPage, venue: TicketVenue): Mentions {
  const { performance, sold } = momentsOf(ticket);
  const place = ticket.place ? `rang ${ticket.place.row}, fauteuil ${ticket.place.seat}` : 'placement libre';
  const price = ticket.price === 0 ? 'exonéré' : `${euros(ticket.price, 'fr')} TTC`;
  const online = ticket.salesChannel === ONLINE ? ' en ligne,' : '';
  return {
    left: [
      [strong('Exploitant'), text(` ${venue.organizer}, ${venue.city}`)],
      [strong('Licences'), text(` ${venue.licences.join(', ')}`)],
      [strong('Spectacle'), text(` ${ticket.showTitle}, séance du ${shortDay(performance, 'fr')} à\u00a0${clock(performance, 'fr')}`)],
      [strong('Place'), text(` catégorie ${ticket.category}, ${place}. `), strong('Prix global payé'), text(` ${price}`)],
      [strong('N°\u00a0d’ordre'), text(` ${ticketNumber(ticket.ticketNumber)}, `), strong('identifiant'), text(` ${ticket.ticketUid}`)],
    ],
    right: [
      [
        strong('Vente'),
        text(`${online} le ${shortDay(sold, 'fr')} à\u00a0${clock(sold, 'fr')}, ${venue.website} (${ticket.salesChannel})`),
      ],
      [text('Valable pour cette séance et cette catégorie seulement. Ni repris ni échangé. Revente interdite (loi du 27\u00a0juin 1919).')],
      [text('Billet émis par Contremarque, système de billetterie informatisée.')],
    ],
  };
}

function english(ticket: TicketPage, venue: TicketVenue): Mentions {
  const { performance, sold } = momentsOf(ticket);
  const place = ticket.place ? `row ${ticket.place.row}, seat ${ticket.place.seat}` : 'unreserved seating';
  const price = ticket.price === 0 ? 'exonéré (free of charge)' : `${euros(ticket.price, 'en')} including VAT`;
  const online = ticket.salesChannel === ONLINE ? ' online,' : '';
  return {
    left: [
      [strong('Organiser'), text(` ${venue.organizer}, ${venue.city}`)],
      [strong('Licences'), text(` ${venue.licences.join(', ')}`)],
      [strong('Show'), text(` ${ticket.showTitle}, performance of ${shortDay(performance, 'en')} at\u00a0${clock(performance, 'en')}`)],
      [strong('Place'), text(` category ${ticket.category}, ${place}. `), strong('Full price paid'), text(` ${price}`)],
      [strong('Ticket no.'), text(` ${ticketNumber(ticket.ticketNumber)}, `), strong('identifier'), text(` ${ticket.ticketUid}`)],
    ],
    right: [
      [strong('Sold'), text(`${online} ${shortDay(sold, 'en')} at\u00a0${clock(sold, 'en')}, ${venue.website} (${ticket.salesChannel})`)],
      [
        text(
          'Valid for this performance and this category only. No refund, no exchange. Resale forbidden (French law of 27\u00a0June 1919).',
        ),
      ],
      [text('Ticket issued by Contremarque, computerised ticketing system.')],
    ],
  };
}

function momentsOf(ticket: TicketPage) {
  return {
    performance: { at: ticket.performanceAt, zone: ticket.timeZone },
    sold: { at: ticket.soldAt, zone: ticket.timeZone },
  };
}

function strong(words: string): Span {
  return { text: words, face: 'strong' };
}

function text(words: string): Span {
  return { text: words, face: 'text' };
}
