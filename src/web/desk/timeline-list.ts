import type { OrderView } from '../../domain/order-view';
import type { TimelineEntry } from '../../ports/orders';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import { timelineWords } from './timeline-words';

/** Newest first; a filled dot is a person, a hollow one the program (look.md 3). */
export function timelineList({ calendar }: Visit, timeline: readonly TimelineEntry[], order: OrderView): Html {
  return html`<ol class="timeline">
    ${timeline
      .toReversed()
      .map(
        (entry) =>
          html`<li ${entry.actor !== 'system' && html`class="person"`}>
            <span class="small">${calendar.moment(entry.at)}</span><br />${timelineWords(entry, order)}
          </li>`,
      )}
  </ol>`;
}
