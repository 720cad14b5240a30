import type { SettlingView } from '../order-view';
import type { OrderState } from './state';

/** The decisions that can still be taken back, as people read them. */
export function settlingViews(story: OrderState | undefined): readonly SettlingView[] {
  const views = story?.settling.map(({ command, settlesAt, seats }) => ({
    ...{ command, settlesAt: new Date(settlesAt).toISOString() },
    seats: seats.map(({ seat }) => seat),
  }));
  return views ?? [];
}
