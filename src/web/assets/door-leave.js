// Leaving the door's page. Without a network every link and form of it would end on the browser's own error page: this page
// stays, and says so. « Quitter » erases list and page from the device all the same, and signs out once the network is back.
'use strict';

const LEFT = 'porte-quitte';
const leaveForm = document.querySelector('form.who');
const leaveDialog = document.querySelector('[data-leave]');

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || elsewhere || link.getAttribute('href').startsWith('#')) return;
  event.preventDefault();
  void onceReached(() => location.assign(link.href));
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === 'dialog') return;
  event.preventDefault();
  if (form === leaveForm) void leave();
  else void onceReached(() => form.submit());
});
// Opened again after somebody left: they are signed out before anything else, as soon as anybody answers.
if (hasLeft) {
  stayLeft();
  void goAfterLeaving();
}

async function onceReached(go) {
  if (await isReached()) return go();
  sayOnce(network, words.staysHere);
}

/** Whether anybody answers, whatever it is. */
function isReached() {
  return fetch(door.dataset.list, { method: 'HEAD', signal: AbortSignal.timeout(AT_MOST_MS) }).then(
    () => true,
    () => false,
  );
}

/** What waits is told first; where that cannot be, or nobody can be signed out, a person decides. */
async function leave() {
  const isTold = await tellWaiting();
  const reached = await isReached();
  if (isTold && reached) return leaveForm.submit();
  const title = leaveDialog.querySelector('h2');
  title.textContent = reached ? title.dataset.unsent : title.dataset.withoutNetwork;
  leaveDialog.querySelector('[data-leave-later]').hidden = reached;
  sayUnsent(leaveDialog);
  leaveDialog.returnValue = '';
  leaveDialog.addEventListener('close', () => leaveDialog.returnValue === 'leave' && void leaveNow(reached), { once: true });
  leaveDialog.showModal();
}

function sayUnsent(place) {
  const left = unsent();
  const line = place.querySelector('[data-leave-unsent]');
  line.hidden = left === 0;
  line.textContent = left === 0 ? '' : say(left > 1 ? 'kept' : 'keptOne', { count: left });
}

async function leaveNow(reached) {
  hasLeft = true;
  for (const name of keptLists()) localStorage.removeItem(name);
  await globalThis.caches?.delete('porte-1');
  if (reached) return leaveForm.submit();
  localStorage.setItem(LEFT, new Date().toISOString());
  stayLeft();
}

function stayLeft() {
  sayLeft();
  window.addEventListener('online', () => void goAfterLeaving());
  setInterval(() => void goAfterLeaving(), EVERY_MS);
}

/** In place of the page: nothing of it may be used any more. */
function sayLeft() {
  for (const track of document.querySelector('video')?.srcObject?.getTracks() ?? []) track.stop();
  const left = document.querySelector('[data-left]').content.cloneNode(true);
  sayUnsent(left);
  left.querySelector('[data-close]').addEventListener('click', () => void goAfterLeaving());
  door.replaceChildren(left, network);
  network.textContent = '';
  document.querySelector('header nav').remove();
  leaveForm.hidden = true;
  door.querySelector('h1').focus();
}

/**
 * The entries that wait go first: after that nobody is signed in to tell them. The mark stays until the page that says so has
 * come (door-left.js): should this one be closed meanwhile, its next opening signs out.
 */
async function goAfterLeaving() {
  hasLeft = true;
  if (!(await isReached())) return sayOnce(network, words.stillOffline);
  await tellWaiting();
  leaveForm.submit();
}
