import type { OrderView, SeatView } from '../../domain/order-view';
import type { Lookalike } from '../../ports/proofs/lookalikes';
import type { TimelineEntry } from '../../ports/orders';
import type { People } from '../orders/timeline-words';

/** What was chosen already, while something is put right. */
export interface Chosen {
  readonly kind?: string | undefined;
  readonly reason?: string | undefined;
  readonly words?: string | undefined;
  readonly attested?: boolean | undefined;
}

/** A seat that an older tab still asks about, and by what it stands as it does, where the story tells. */
export interface SeenSeat {
  readonly seat: SeatView;
  readonly entry?: TimelineEntry | undefined;
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
  /** The seat that was asked, when it waits no more; whether a form about it was sent. */
  readonly seen: SeenSeat | undefined;
  readonly sent: boolean;
  readonly alike: readonly (Lookalike & { readonly like: string })[];
  readonly timeline: readonly TimelineEntry[];
  readonly people: People;
  readonly command: string;
}
