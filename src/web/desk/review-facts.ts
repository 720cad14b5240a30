import type { OrderView } from '../../domain/order-view';
import type { Lookalike } from '../../ports/proofs/lookalikes';
import type { TimelineEntry } from '../../ports/orders';
import type { People } from './timeline-words';

/** What a review shows. */
export interface Review {
  readonly order: OrderView;
  /** Asked in the address; the first that waits otherwise. */
  readonly seat: number;
  readonly file: string;
  readonly page: number;
  readonly error: string | undefined;
  readonly alike: readonly (Lookalike & { readonly like: string })[];
  readonly timeline: readonly TimelineEntry[];
  readonly people: People;
  readonly command: string;
}
