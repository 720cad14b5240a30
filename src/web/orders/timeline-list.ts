import type { TimelineEntry } from '../../ports/orders';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import type { People } from './timeline-words';
import { timelineWords } from './timeline-words';

/** Newest first; a filled dot is a person, a hollow one the program (docs/look.md 3). */
export function timelineList({ calendar }: Visit, timeline: readonly TimelineEntry[], { people, nowhere = false }: Told): Html {
  return html`<ol class="timeline">
    ${timeline.map(
      (entry) =>
        html`<li ${entry.actor !== 'system' && html`class="person"`}>
          <span class="small">${calendar.moment(entry.at)}</span><br />${timelineWords(entry, people, nowhere)}
        </li>`,
    )}
  </ol>`;
}

interface Told {
  readonly people: People;
  /** The customer has no address: nothing is sent to them. */
  readonly nowhere?: boolean;
}
