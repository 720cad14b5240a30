import type { OrderView } from '../../domain/order-view';
import type { TimelineEntry } from '../../ports/orders';
import type { Staff } from '../../ports/staff';
import type { People } from './timeline-words';

/** Who the actors of a story are: the customer, the people of the desk, reviewers who answered by mail, programs. */
export async function peopleOf(staff: Pick<Staff, 'names'>, order: OrderView, timeline: readonly TimelineEntry[]): Promise<People> {
  const named = await staff.names([...new Set(timeline.map(({ actor }) => actor))]);
  return { ...named, customer: order.customer.name };
}
