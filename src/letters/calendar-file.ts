import { domainOf } from './message-id';
import type { EventAttributes } from 'ics';
import { createEvent } from 'ics';
import { givenUp, isGivenUp } from '../domain/order/given-up';
import type { OrderView } from '../domain/order-view';
import type { Attachment } from '../ports/mail/mailer';
import type { LinkSources } from './links';
import { places, whereOneSits } from './wording/seats';

/**
 * The performance for the spectator's own calendar, in UTC: the letter's file and the page's are the same, so that a calendar that gets
 * both keeps one entry (RFC 5545 3.8.4.7). Calendars are shared: the link opens the order to whoever signs in, and holds no secret.
 */
export function calendarFile(order: OrderView, { publicUrl, paths }: Pick<LinkSources, 'publicUrl' | 'paths'>): Attachment {
  const { reference, performance, venue, placedAt, paidAt } = order;
  const url = `${publicUrl}${paths.order(reference)}`;
  const event: EventAttributes = {
    uid: `${reference.toLowerCase()}@${domainOf(venue.inboxAddress)}`,
    productId: 'contremarque',
    title: performance.showTitle,
    description: [...seatLines(order), `${ORDER[order.language]} ${reference}`, url].join('\n'),
    url,
    location: [venue.name, performance.room, venue.address, venue.city].filter(Boolean).join(', '),
    start: millis(performance.startsAt),
    end: millis(performance.endsAt),
    ...({ startInputType: 'utc', startOutputType: 'utc', endInputType: 'utc', endOutputType: 'utc' } as const),
    created: millis(paidAt ?? placedAt),
    status: isGivenUp(order) ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: 'BUSY',
  };
  const { value, error } = createEvent(event);
  if (!value) throw error ?? new Error('No calendar file was made.');
  // ics stamps the file with the time of writing; ours tells when the order was paid, so that a letter sent again is the same letter.
  const stamped = value.replace(/^DTSTAMP:.*$/m, `DTSTAMP:${/^CREATED:(\S+)$/m.exec(value)?.[1] ?? ''}`);
  return {
    name: `${fileNameOf(performance.showTitle)}.ics`,
    mime: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: Buffer.from(stamped, 'utf8'),
  };
}

/** « place 1 : rang F, fauteuil 13 »; nobody's name, nobody's tariff. */
function seatLines({ seats, language }: OrderView): readonly string[] {
  const colon = language === 'fr' ? '\u00a0: ' : ': ';
  return seats
    .filter((seat) => givenUp(seat) === undefined)
    .map((seat) => `${places([seat.no], language)}${colon}${whereOneSits(seat, language)}`);
}

const ORDER = { fr: 'Commande', en: 'Order' };

/** « Le Phare d’hiver » → le-phare-d-hiver */
function fileNameOf(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'spectacle'
  );
}

function millis(at: string): number {
  return new Date(at).getTime();
}
