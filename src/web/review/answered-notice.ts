import type { OrderView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html, joined } from '../page/html';
import { notice } from '../page/notice';
import { atVenue } from '../visit';
import { say } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { answersToUndo, answerWords, undoForm } from './undo-form';

/** What was just recorded, and until when it can be taken back; near the performance it has left already. */
export function answeredNotice({ visit }: DeskVisit, order: OrderView): Html {
  const { calendar } = atVenue(visit, order.venue);
  const answers = answersToUndo(order, visit.now);
  const s = answers.length > 1 ? 's' : '';
  const title = say`Réponse${s} enregistrée${s}, commande ${order.reference}`;
  const told = answers.map((answer) => {
    const said = answerWords(order, answer);
    return html`${said && `${s ? 'L’une' : 'Elle'} ${said}. `}Elle part à ${calendar.time(answer.settlesAt)}. Avant cette heure, vous pouvez
    revenir dessus. ${undoForm(visit, order, answer)}`;
  });
  return notice(title, told.length > 0 ? joined(told, html`<br />`) : 'Elle est partie.', 'answered');
}
