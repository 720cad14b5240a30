// What the server says otherwise of an entry that this device made on its own: somebody is in, and somebody has to look. As
// large as « Entrée » was, beside the answer of whichever ticket is shown by now, until a person has seen to it.
import type { AnswerForDevice } from '../../check-in/device';
import { part, parts } from '../part';
import { takeDown } from './last-shown';
import { answer, field } from './page';

const alarms = part(HTMLElement, '[data-alarms]');

export function raiseAlarms(answers: readonly AnswerForDevice[]): void {
  for (const { id, html, verdict } of answers) {
    if (verdict === 'admitted' || isRaised(id)) continue;
    if (answer.dataset['entry'] === id) takeDown();
    const block = document.createElement('div');
    block.dataset['alarm'] = id;
    block.innerHTML = html; // from our own server
    block.querySelector('[data-looked]')?.addEventListener('click', () => {
      block.remove();
      field.focus();
    });
    alarms.append(block);
    navigator.vibrate?.([400, 120, 400, 120, 400]);
  }
}

/** Where the reply was lost, the entry is told once more. */
function isRaised(id: string): boolean {
  return parts(HTMLElement, '[data-alarm]', alarms).some(({ dataset }) => dataset['alarm'] === id);
}
