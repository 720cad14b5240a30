import type { CountAtTheDoor } from '../../check-in/device';
import { part, parts } from '../part';
import { leaving } from './leaving';
import { listHere, waiting } from './shelf';

export function count({ admitted, tickets, conflicts }: CountAtTheDoor): void {
  if (leaving.isDone) return;
  sayCount(admitted, tickets);
  sayConflicts(conflicts);
}

function sayCount(admitted: number, tickets: number): void {
  part(HTMLElement, '[data-admitted]').textContent = String(admitted);
  part(HTMLElement, '[data-tickets]').textContent = String(tickets);
}

/** By the list kept here and the entries made here: the page itself may have been kept long before. */
export function countAlone(): void {
  const list = listHere();
  if (!list) return;
  const good = list.tickets.filter(({ admission }) => admission !== 'cancelled');
  const notListed = waiting().filter(({ uid }) => !list.tickets.some((one) => one.uid === uid)).length;
  sayCount(good.filter(({ admission }) => admission === 'used').length + notListed, good.length + notListed);
}

/** Read aloud when there is a new one. */
function sayConflicts(lines: readonly string[]): void {
  const place = part(HTMLElement, '[data-conflicts]');
  const told = parts(HTMLElement, 'li', place).map(({ textContent }) => textContent);
  if (told.join('\n') === lines.join('\n')) return;
  const title = document.createElement('p');
  title.append(part(HTMLTemplateElement, '[data-conflict-words]').content.cloneNode(true));
  const list = document.createElement('ul');
  list.append(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
  place.replaceChildren(...(lines.length > 0 ? [title, list] : []));
}
