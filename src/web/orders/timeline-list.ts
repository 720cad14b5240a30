import { z } from 'zod';
import type { OrderView } from '../../domain/order-view';
import type { TimelineEntry } from '../../ports/orders';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import type { People } from './timeline-words';
import { timelineWords } from './timeline-words';

/** Newest first; a filled dot is a person, a hollow one the program (docs/look.md 3). */
export function timelineList(
  { calendar }: Visit,
  timeline: readonly TimelineEntry[],
  { people, nowhere = false, free = false }: Told,
): Html {
  return html`<ol class="timeline">
    ${withTheirTickets(timeline).map(
      (entry) =>
        html`<li ${entry.actor !== 'system' && html`class="person"`}>
          <span class="small">${calendar.moment(entry.at)}</span><br />${timelineWords(free ? asFree(entry) : entry, people, nowhere)}
        </li>`,
    )}
  </ol>`;
}

/** Nothing was paid where nothing was asked. */
function asFree(entry: TimelineEntry): TimelineEntry {
  return entry.event === 'started' ? { ...entry, detail: { ...entry.detail, free: true } } : entry;
}

/** A sending names its release; which tickets that had stands where it was decided. */
function withTheirTickets(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const releases = timeline.flatMap(({ detail }) => Release.safeParse(detail).data ?? []);
  return timeline.map((entry) => {
    const sending = entry.event === 'dispatched' ? Sending.safeParse(entry.detail).data : undefined;
    const release = releases.find((one) => one.release === sending?.release);
    return sending && release ? { ...entry, detail: { ...sending, released: release.released } } : entry;
  });
}

const Release = z.object({ release: z.number(), released: z.array(z.number()) });
const Sending = z.looseObject({ release: z.number() });

interface Told {
  readonly people: People;
  /** The customer has no address: nothing is sent to them. */
  readonly nowhere?: boolean;
  /** Nothing was asked for the order as it was placed. */
  readonly free?: boolean;
}

/** A difference may have been paid since. */
export function beganFree({ payments }: OrderView): boolean {
  return payments[0]?.amount === 0;
}
