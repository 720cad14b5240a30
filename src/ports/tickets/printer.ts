import type { Cents } from '../../domain/money';
import type { Language } from '../../domain/language';

/** One e-ticket as it is printed: everything that docs/look.md 6 and docs/domain.md 5.1 ask to be on the page, already in words. */
export interface TicketPage {
  readonly seatNo: number;
  readonly seatCount: number;
  readonly orderReference: string;
  readonly ticketNumber: number;
  readonly ticketUid: string;
  /** The signed text in the QR code. */
  readonly qr: string;
  readonly showTitle: string;
  readonly credit: string;
  /** ISO 8601, UTC. */
  readonly performanceAt: string;
  readonly doorsAt: string;
  /** IANA zone in which times are printed. */
  readonly timeZone: string;
  readonly room: string;
  readonly category: string;
  /** Absent for free seating. */
  readonly place?: { readonly row: string; readonly seat: string } | undefined;
  /** « Parterre, porte de gauche »; « par le quai » reads on from the word « Entrée » where seating is free. */
  readonly entrance: string;
  /** « Tarif réduit » for a health tariff: the printer prints what it is given. */
  readonly tariff: string;
  readonly holder: string;
  readonly price: Cents;
  /** In basis points: 210 for 2.10 %. */
  readonly vatRate: number;
  /** The black band « Justificatif à présenter »; absent when nothing is to be shown at the door. An empty `proof` (health) leaves the title alone. */
  readonly atTheDoor?: { readonly proof: string; readonly difference: Cents } | undefined;
  readonly soldAt: string;
  readonly salesChannel: string;
}

/** What the venue says on every ticket. */
export interface TicketVenue {
  readonly name: string;
  readonly organizer: string;
  readonly city: string;
  readonly licences: readonly string[];
  readonly website: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly directions: readonly string[];
  readonly advice: readonly { readonly title: string; readonly text: string }[];
  /** A small PNG or JPEG; the venue's name alone is printed without it. */
  readonly logo?: Buffer | undefined;
  readonly plan?: Buffer | undefined;
}

export interface TicketDocument {
  readonly language: Language;
  readonly venue: TicketVenue;
  readonly tickets: readonly TicketPage[];
}

export interface Printer {
  /** One A4 page a ticket, in the order given, at most 100 KB a page. The same document gives the same bytes. */
  print(document: TicketDocument): Promise<Buffer>;
}
