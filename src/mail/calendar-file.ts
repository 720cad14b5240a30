import type { EventAttributes } from 'ics';
import { createEvent } from 'ics';
import type { OrderView } from '../domain/order-view';
import type { Attachment } from '../ports/mail/mailer';

/** The performance for the spectator's own calendar, in UTC. The same order makes the same file. */
export function calendarFile({ reference, performance, venue, placedAt, paidAt }: OrderView): Attachment {
  const event: EventAttributes = {
    uid: `${reference.toLowerCase()}@${venue.inboxAddress.slice(venue.inboxAddress.lastIndexOf('@') + 1)}`,
    productId: 'contremarque',
    title: performance.showTitle,
    location: [venue.name, performance.room, venue.address, venue.city].filter(Boolean).join(', '),
    start: millis(performance.startsAt),
    end: millis(performance.endsAt),
    ...({ startInputType: 'utc', startOutputType: 'utc', endInputType: 'utc', endOutputType: 'utc' } as const),
    created: millis(paidAt ?? placedAt),
    status: 'CONFIRMED',
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
