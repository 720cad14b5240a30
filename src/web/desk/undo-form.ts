import type { OrderView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';

/** Takes the last answer back, as long as nothing has left. */
export function undoForm(visit: Visit, order: OrderView): Html {
  return html`<form class="inline" method="post" action="${pathOf('deskUndo', { reference: order.reference })}">
    ${visit.guardField()}<button class="link" type="submit">Revenir sur cette réponse</button>
  </form>`;
}
