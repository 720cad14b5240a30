import { COUNTER, INTERNET } from '../domain/sale/channel';
import { euros, ticketNumber } from '../wording/amounts';
import { createCalendar } from '../wording/dates';
import type { Leaf } from './leaf';
import type { Span } from './line-breaking';
import { MENTION_WORDS } from './mention-words';

export interface Mention {
  readonly spans: readonly Span[];
  /** What is left of it where there is no room; the ticket says the rest elsewhere, in larger print. */
  readonly inShort?: readonly Span[];
}

export interface Mentions {
  readonly left: readonly Mention[];
  readonly right: readonly Mention[];
}

/**
 * What the law asks to be readable on every ticket: organizer, licences, show and performance, number, category, price,
 * where and when it was sold, who made the system (CGI annexe IV, art. 50 sexies B).
 */
export function mentionsOf({ ticket, venue, language }: Leaf): Mentions {
  const words = MENTION_WORDS[language];
  const calendar = createCalendar(language, ticket.timeZone);
  const place = ticket.place ? words.place(ticket.place.row, ticket.place.seat) : words.freeSeating;
  const price = ticket.price === 0 ? words.exempt : words.allTaxesIncluded(euros(ticket.price, language));
  const online = ticket.salesChannel === INTERNET ? words.online : '';
  const channel = ticket.salesChannel === COUNTER ? words.counter : ticket.salesChannel;
  const show = `${ticket.showTitle}, ${words.performance(calendar.date(ticket.performanceAt), calendar.time(ticket.performanceAt))}`;
  const when = `${online}${words.soldOn(calendar.date(ticket.soldAt), calendar.time(ticket.soldAt))}`;
  const sale = (where: string) => [strong(words.sold), text(` ${when}${where} (${channel})`)];
  return {
    left: [
      whole(strong(words.organizer), text(` ${venue.organizer}, ${venue.city}`)),
      whole(strong(words.licences), text(` ${venue.licences.join(', ')}`)),
      repeated(strong(words.show), text(` ${show}`)),
      repeated(strong(words.seat), text(` ${words.category(ticket.category)}, ${place}. `), strong(words.paid), text(`\u00a0${price}`)),
      repeated(
        strong(words.number),
        text(` ${ticketNumber(ticket.ticketNumber)}, `),
        strong(words.identifier),
        text(` ${ticket.ticketUid}`),
      ),
    ],
    right: [{ spans: sale(`, ${venue.website}`), inShort: sale('') }, whole(text(words.validity)), whole(text(words.issuer))],
  };
}

function whole(...spans: readonly Span[]): Mention {
  return { spans };
}

function repeated(...spans: readonly Span[]): Mention {
  return { spans, inShort: [] };
}

function strong(words: string): Span {
  return { text: words, face: 'strong' };
}

function text(words: string): Span {
  return { text: words, face: 'text' };
}
