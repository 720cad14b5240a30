import type { Language } from '../domain/language';
import type { TicketPage, TicketVenue } from '../ports/tickets/printer';
import type { Picture } from './pictures';
import type { Words } from './words';

/** What all pages of a document have in common; its pictures are made fit for print. */
export interface House {
  readonly venue: TicketVenue;
  readonly language: Language;
  readonly words: Words;
  readonly logo?: Picture | undefined;
  readonly plan?: Picture | undefined;
}

/** All that one page says. */
export interface Leaf extends House {
  readonly ticket: TicketPage;
}
