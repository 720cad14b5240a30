import { euros, ticketNumber } from './amounts';
import { clock, shortDay } from './dates';
import type { Leaf } from './leaf';
import type { Span } from './line-breaking';
import { MENTION_WORDS } from './mention-words';

export interface Mention {
  readonly spans: readonly Span[];
  /** The upper part of the ticket says it too, in larger print. */
  readonly isRepeated: boolean;
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
  const performance = { at: ticket.performanceAt, zone: ticket.timeZone };
  const sold = { at: ticket.soldAt, zone: ticket.timeZone };
  const place = ticket.place ? words.place(ticket.place.row, ticket.place.seat) : words.freeSeating;
  const price = ticket.price === 0 ? words.exempt : words.allTaxesIncluded(euros(ticket.price, language));
  const online = ticket.salesChannel === ONLINE ? words.online : '';
  const show = `${ticket.showTitle}, ${words.performance(shortDay(performance, language), clock(performance, language))}`;
  const sale = `${online}${words.soldOn(shortDay(sold, language), clock(sold, language))}, ${venue.website} (${ticket.salesChannel})`;
  return {
    left: [
      only(strong(words.organizer), text(` ${venue.organizer}, ${venue.city}`)),
      only(strong(words.licences), text(` ${venue.licences.join(', ')}`)),
      repeated(strong(words.show), text(` ${show}`)),
      repeated(strong(words.seat), text(` ${words.category(ticket.category)}, ${place}. `), strong(words.paid), text(`\u00a0${price}`)),
      only(strong(words.number), text(` ${ticketNumber(ticket.ticketNumber)}, `), strong(words.identifier), text(` ${ticket.ticketUid}`)),
    ],
    right: [only(strong(words.sold), text(` ${sale}`)), only(text(words.validity)), only(text(words.issuer))],
  };
}

/** The channel of our own pages, as sales statements name it. */
const ONLINE = 'INTERNET';

function only(...spans: readonly Span[]): Mention {
  return { spans, isRepeated: false };
}

function repeated(...spans: readonly Span[]): Mention {
  return { spans, isRepeated: true };
}

function strong(words: string): Span {
  return { text: words, face: 'strong' };
}

function text(words: string): Span {
  return { text: words, face: 'text' };
}
