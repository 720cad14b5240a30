import { randomUUID } from 'node:crypto';
import type { DecisionKind } from '../../domain/decision/decision';
import type { OrderView, SeatView, SettlingView } from '../../domain/order-view';
import type { ProofState } from '../../domain/order/state';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { type Decided, decisionsWords } from '../orders/timeline-words';

/** The answers that can still be taken back: nothing of them has left. */
export function answersToUndo({ settling }: OrderView, now: string): readonly SettlingView[] {
  return settling.filter(({ settlesAt }) => settlesAt > now);
}

/** Takes an answer back; the button says which one that is. */
export function undoForm(visit: Visit, order: OrderView, answer: SettlingView): Html {
  const said = answerWords(order, answer);
  const which = said === undefined ? 'la réponse' : `la réponse qui ${said}`;
  return html`<form class="inline" method="post" action="${pathOf('deskUndo', { reference: order.reference })}">
    ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
    <input type="hidden" name="decision" value="${answer.command}" />
    <button class="link" type="submit">Revenir sur ${which}</button>
  </form>`;
}

/** « accepte la place 3 » */
export function answerWords(order: OrderView, { seats }: SettlingView): string | undefined {
  const decided = order.seats.filter(({ no }) => seats.includes(no)).flatMap(answerOf);
  return decided.length > 0 ? decisionsWords(decided) : undefined;
}

function answerOf({ no, proof, reason }: SeatView): readonly Decided[] {
  const kind = KINDS[proof];
  return kind ? [{ seat: no, kind, reason: kind === 'refuse' ? reason : undefined }] : [];
}

/** The answer that a seat stands on until it leaves. */
const KINDS: Partial<Record<ProofState, DecisionKind>> = {
  approved: 'approve',
  refused: 'refuse',
  'refused-final': 'refuse',
  'more-info': 'more-info',
  'check-at-door': 'check-at-door',
};
