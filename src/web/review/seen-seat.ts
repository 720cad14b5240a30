import { markOf } from '../../domain/order/given-up';
import type { OrderView } from '../../domain/order-view';
import type { TimelineEntry } from '../../ports/orders';
import { chip } from '../page/chip';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import { say } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import type { Review, SeenSeat } from './review-facts';
import { isAbout, timelineWords } from '../orders/timeline-words';

/** `undefined`: the seat waits, or nobody has asked about one that ever did. */
export function seenSeat(order: OrderView, timeline: readonly TimelineEntry[], asked: SeatAsked): SeenSeat | undefined {
  const seat = order.seats.find(({ no, proof }) => no === asked.no && proof !== 'under-review');
  const last = seat && timeline.find((entry) => isAbout(entry, seat.no));
  const entry = last?.event === 'proof-deposited' ? undefined : last;
  return seat && (entry !== undefined || asked.answered) ? { seat, entry } : undefined;
}

interface SeatAsked {
  readonly no: number;
  /** A form about it was sent; otherwise its page was opened. */
  readonly answered: boolean;
}

/** What was decided, by whom and when: nobody is asked to put right an answer that is no longer wanted. */
export function seenNotice(
  { visit }: DeskVisit,
  { order, people, sent, error }: Pick<Review, 'order' | 'people' | 'sent' | 'error'>,
  seen: SeenSeat,
): Html {
  const { seat, entry } = seen;
  const title = say`La place ${seat.no} n’est plus à contrôler`;
  const what = html`${entry && `${timelineWords(entry, people)}, le ${visit.calendar.moment(entry.at)}. `}${chip(markOf(order, seat), 'fr', 'staff')}`;
  const links = html`<a href="${pathOf('deskOrder', { reference: order.reference })}">Voir toute la commande</a> ·
    <a href="${pathOf('desk')}">Revenir à la liste</a>`;
  return sent
    ? errorNotice(title, [what, error ?? 'Ce que vous venez d’envoyer n’a rien changé.', links])
    : notice(title, html`${what}<br />${links}`, 'seen');
}
