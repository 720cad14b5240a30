// Leaving the door's page. Without a network every link and form of it would end on the browser's own error page: this page
// stays, and says so. « Quitter » erases list and page from the device all the same, and signs out once the network is back.
import { part } from '../part';
import { closeCamera } from './camera';
import { forgetLists, forgetPage, LEFT } from './kept';
import { leaving } from './leaving';
import { door, network, said, sayOnce, words } from './page';
import { unsent } from './shelf';
import { ask, tellWaiting } from './telling';
import { say } from './words';

const AGAIN_MS = 15_000;
const leaveForm = part(HTMLFormElement, 'form.who');
const leaveDialog = part(HTMLDialogElement, '[data-leave]');

export function watchLeaving(): void {
  document.addEventListener('click', followWhenReached);
  document.addEventListener('submit', sendWhenReached);
  // Opened again after somebody left: they are signed out before anything else, as soon as anybody answers.
  if (!leaving.isDone) return;
  stayLeft();
  void goAfterLeaving();
}

function followWhenReached(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || link.getAttribute('href')?.startsWith('#')) return;
  event.preventDefault();
  void onceReached(() => location.assign(link.href));
}

function sendWhenReached(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented || form.method === 'dialog') return;
  event.preventDefault();
  if (form === leaveForm) void leave();
  else void onceReached(() => form.submit());
}

async function onceReached(go: () => void): Promise<void> {
  if (await isReached()) return go();
  sayOnce(network, words.staysHere);
}

/** Whether anybody answers, whatever it is. */
function isReached(): Promise<boolean> {
  return ask(said('list'), { method: 'HEAD' }).then(
    () => true,
    () => false,
  );
}

/** What waits is told first; where that cannot be, or nobody can be signed out, a person decides. */
async function leave(): Promise<void> {
  const isTold = await tellWaiting();
  const reached = await isReached();
  if (isTold && reached) return leaveForm.submit();
  const title = part(HTMLElement, 'h2', leaveDialog);
  title.textContent = title.dataset[reached ? 'unsent' : 'withoutNetwork'] ?? '';
  part(HTMLElement, '[data-leave-later]', leaveDialog).hidden = reached;
  sayUnsent(leaveDialog);
  leaveDialog.returnValue = '';
  leaveDialog.addEventListener('close', () => leaveDialog.returnValue === 'leave' && void leaveNow(reached), { once: true });
  leaveDialog.showModal();
}

function sayUnsent(place: ParentNode): void {
  const left = unsent();
  const line = part(HTMLElement, '[data-leave-unsent]', place);
  line.hidden = left === 0;
  line.textContent = left === 0 ? '' : say(left > 1 ? 'kept' : 'keptOne', { count: left });
}

async function leaveNow(reached: boolean): Promise<void> {
  leaving.isDone = true;
  forgetLists();
  await forgetPage();
  if (reached) return leaveForm.submit();
  localStorage.setItem(LEFT, new Date().toISOString());
  stayLeft();
}

function stayLeft(): void {
  sayLeft();
  window.addEventListener('online', () => void goAfterLeaving());
  setInterval(() => void goAfterLeaving(), AGAIN_MS);
}

/** In place of the page: nothing of it may be used any more. */
function sayLeft(): void {
  closeCamera();
  const left = part(HTMLTemplateElement, '[data-left]').content.cloneNode(true);
  door.replaceChildren(left, network);
  sayUnsent(door);
  part(HTMLElement, '[data-close]', door).addEventListener('click', () => void goAfterLeaving());
  network.textContent = '';
  part(HTMLElement, 'header nav').remove();
  leaveForm.hidden = true;
  part(HTMLElement, 'h1', door).focus();
}

/**
 * The entries that wait go first: after that nobody is signed in to tell them. The mark stays until the page that says so has
 * come (door-left.ts): should this one be closed meanwhile, its next opening signs out.
 */
async function goAfterLeaving(): Promise<void> {
  leaving.isDone = true;
  if (!(await isReached())) return sayOnce(network, words.stillOffline);
  await tellWaiting();
  leaveForm.submit();
}
