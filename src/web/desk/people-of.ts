import type { OrderView } from '../../domain/order-view';
import type { TimelineEntry } from '../../ports/orders';
import type { Staff } from '../../ports/staff';
import type { People } from './timeline-words';

/** Who the actors of a story are: the customer, and the people of the desk by their names. */
export async function peopleOf(staff: Pick<Staff, 'byId'>, order: OrderView, timeline: readonly TimelineEntry[]): Promise<People> {
  const actors = [...new Set(timeline.map(({ actor }) => actor))];
  const members = actors.flatMap((actor) => {
    const id = /^staff:(\d+)$/.exec(actor)?.[1];
    return id === undefined ? [] : [{ actor, id: Number(id) }];
  });
  const names = await Promise.all(members.map(async ({ actor, id }) => [actor, (await staff.byId(id))?.name] as const));
  return {
    customer: order.customer.name,
    ...Object.fromEntries(names.flatMap(([actor, name]) => (name === undefined ? [] : [[actor, name]]))),
  };
}
