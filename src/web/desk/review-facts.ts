import type { OrderView } from '../../domain/order-view';
import type { Lookalike } from '../../ports/proofs/lookalikes';
import type { TimelineEntry } from '../../ports/orders';
import type { People } from './timeline-words';

/** What was chosen already, while something is put right. */
export interface Chosen {
  readonly kind?: string | undefined;
  readonly reason?: string | undefined;
  readonly words?: string | undefined;
  readonly attested?: boolean | undefined;
}

/** What a review shows. */
export interface Review {
  readonly order: OrderView;
  /** Asked in the address; the first that waits otherwise. */
  readonly seat: number;
  readonly file: string;
  readonly page: number;
  readonly error: string | undefined;
  readonly chosen: Chosen;
  readonly alike: readonly (Lookalike & { readonly like: string })[];
  readonly timeline: readonly TimelineEntry[];
  readonly people: People;
  readonly command: string;
}
