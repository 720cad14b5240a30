import type { DeviceWords } from '../../check-in/device';
import { part } from '../part';

/** The parts of the door's page, and what the server has written on it for this device. */
export const door = part(HTMLElement, '[data-door]');
export const answer = part(HTMLElement, '#answer');
export const field = part(HTMLInputElement, '#ticket');
export const network = part(HTMLElement, '[data-network]');
export const token = part(HTMLInputElement, '.scan [name=_csrf]').value;

/** What the page says when it cannot ask, in its language: src/web/check-in/page-words.ts has the sentences. */
export const words: DeviceWords = JSON.parse(said('words'));

/** What the page says of itself (`data-…`). */
export function said(name: 'door' | 'zone' | 'entries' | 'list' | 'reader' | 'alone' | 'scope' | 'keep' | 'words'): string {
  return door.dataset[name] ?? '';
}

/** A region that is read aloud is changed only where there is news. */
export function sayOnce(region: Element, text: string): void {
  if (region.textContent !== text) region.textContent = text;
}
