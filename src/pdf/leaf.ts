import type { Language } from '../domain/language';
import type { TicketPage, TicketVenue } from '../ports/printer';
import type { Words } from './words';

/** All that one page says: a ticket, its venue, the language, and the venue's pictures made fit for print. */
export interface Leaf {
  readonly ticket: TicketPage;
  readonly venue: TicketVenue;
  readonly language: Language;
  readonly words: Words;
  readonly logo?: string | undefined;
  readonly plan?: string | undefined;
}
