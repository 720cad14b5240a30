import type { OrderView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { notice } from '../page/notice';
import { atVenue } from '../visit';
import { say } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { answerWords, undoForm } from './undo-form';

/** What was just recorded, and until when it can be taken back; near the performance it has left already. */
export function answeredNotice({ visit }: DeskVisit, order: OrderView): Html {
  const { undoUntil } = order;
  const { calendar } = atVenue(visit, order.venue);
  const title = say`Réponse enregistrée, commande ${order.reference}`;
  if (undoUntil === undefined || undoUntil <= visit.now) return notice(title, 'Elle est partie.');
  const said = answerWords(order);
  return notice(
    title,
    html`${said && `Elle ${said}. `}Elle part à ${calendar.time(undoUntil)}. Avant cette heure, vous pouvez revenir dessus.
    ${undoForm(visit, order)}`,
  );
}
