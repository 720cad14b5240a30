import type { OrderView, SeatView, TicketView } from '../../domain/order-view';
import { paidForSeat } from '../../domain/order/amounts';
import { givenUp, hasVoidTicket, ticketsIn } from '../../domain/order/given-up';
import { soldAs } from '../../domain/order/sold-as';
import { Refusal } from '../../domain/refusal';
import type { Printer, TicketPage } from '../../ports/tickets/printer';
import type { TicketTemplates } from '../../ports/tickets/ticket-templates';
import type { TicketSigner } from '../../ports/tickets/ticket-signer';
import type { VenuePictures } from '../../ports/tickets/venue-pictures';
import { ownPictures } from '../templates/preview-template';
import { ticketVenue } from './ticket-venue';
import { listed } from '../../domain/listed';

interface Needs {
  readonly printer: Printer;
  readonly signer: TicketSigner;
  readonly pictures: VenuePictures;
  readonly templates: Pick<TicketTemplates, 'forOrder'>;
}

interface Which {
  /** One release, or all that may leave. */
  readonly release?: number | undefined;
  readonly seat?: number | undefined;
  /** As the letter that sends them once more holds them. */
  readonly again?: boolean | undefined;
}

export type PrintTickets = (order: OrderView, which: Which) => Promise<Buffer>;

/** The e-tickets of an order in one PDF. Only tickets that the story released are printed; none is a refusal. */
export function createPrintTickets({ printer, signer, pictures, templates }: Needs): PrintTickets {
  return async (order, which) => {
    const tickets = ticketsIn(order, which).filter(({ seat }) => which.seat === undefined || seat === which.seat);
    if (tickets.length === 0) throw noneOf(order, which);
    const template = await templates.forOrder(order.reference);
    const own = template ? ownPictures(template) : {};
    const venue = { ...ticketVenue(order.venue, order.language, template), ...(await pictures.of(order.venue.id)), ...own };
    return printer.print({ language: order.language, venue, tickets: tickets.map((ticket) => pageOf(order, ticket)) });
  };

  function pageOf(order: OrderView, ticket: TicketView): TicketPage {
    const seat = seatOf(order, ticket);
    const { performance, language } = order;
    const tariff = soldAs(seat);
    return {
      seatNo: seat.no,
      seatCount: order.seats.length,
      orderReference: order.reference,
      ticketNumber: ticket.number,
      ticketUid: ticket.uid,
      qr: signer.sign({
        uid: ticket.uid,
        performanceId: performance.id,
        performanceAt: Math.floor(Date.parse(performance.startsAt) / 1000),
        proofToShow: ticket.proofToShow,
      }),
      showTitle: performance.showTitle,
      credit: performance.credit,
      performanceAt: performance.startsAt,
      doorsAt: performance.doorsAt,
      timeZone: order.venue.timeZone,
      room: performance.room,
      category: seat.category,
      place: seat.place,
      entrance: seat.entrance,
      tariff: tariff.health ? REDUCED[language] : tariff.name[language],
      holder: seat.holder,
      price: paidForSeat(seat),
      vatRate: performance.vatRate,
      atTheDoor: ticket.proofToShow ? { proof: proofWords(seat, language), difference: seat.toFullPrice } : undefined,
      soldAt: order.paidAt ?? order.placedAt,
      salesChannel: order.channel,
    };
  }
}

const REDUCED = { fr: 'Tarif réduit', en: 'Reduced tariff' } as const;

function noneOf(order: OrderView, { seat: asked }: Which): Refusal {
  const isCancelled = (seat: SeatView) => givenUp(seat) !== undefined || hasVoidTicket(order, seat);
  const seats = order.seats.filter(({ no }) => asked === undefined || no === asked);
  if (!seats.every(isCancelled)) return new Refusal('no-ticket-yet', `No ticket of ${order.reference} may be printed.`);
  return new Refusal(asked === undefined ? 'tickets-cancelled' : 'ticket-cancelled', `The tickets of ${order.reference} are cancelled.`);
}

function proofWords(seat: SeatView, language: OrderView['language']): string {
  if (seat.tariff.health) return '';
  const words = listed(
    seat.tariff.acceptedProofs.map((proof) => proof[language]),
    language,
    'or',
  );
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function seatOf(order: OrderView, ticket: TicketView): SeatView {
  const seat = order.seats.find((one) => one.no === ticket.seat);
  if (!seat) throw new Error(`Ticket ${ticket.uid} has no seat in its order.`);
  return seat;
}
