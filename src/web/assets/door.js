// The door's kinder half: answers without a new page, remembers the tickets of the house, and goes on alone when the
// network is away. Each entry keeps its id until the server has heard it, so that nothing is lost and nothing counts twice.
'use strict';

const answer = document.getElementById('answer');
const field = document.getElementById('ticket');
const token = document.querySelector('.scan [name=_csrf]').value;
const network = document.querySelector('[data-network]');
const AT_MOST_MS = 4000;
const EVERY_MS = 15_000;
/** A ticket that is held before a scanner is read again and again: so long it is the same showing. */
const SAME_SHOWING_MS = 3000;
let pageKept = false;
/** Somebody left here while there was no network (door-leave.js): nothing is taken or kept any more. */
let hasLeft = localStorage.getItem('porte-quitte') !== null;
/** One ticket after the other, so that the answer which stands there is that of the last one. */
let before = Promise.resolve();
let lastShown = { ticket: '', at: 0, verdict: '' };

forgetOldLists();
void keepPage();
for (const form of document.querySelectorAll('form[data-show]')) listen(form);
window.addEventListener('code-read', ({ detail }) => showTicket({ ticket: detail }));
window.addEventListener('online', () => void tell());
setInterval(() => void tell(), EVERY_MS);
void tell();

function listen(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { ticket, proofSeen, typed } = Object.fromEntries(new FormData(form));
    if (typeof ticket === 'string') showTicket({ ticket: ticket.trim(), proofSeen: proofSeen === 'yes', typed: typed === 'yes' });
    field.value = '';
    field.focus();
  });
}

/** The page and all it is made of, kept at once: it opens without a network from the first visit on. */
async function keepPage() {
  if (hasLeft) return;
  try {
    await navigator.serviceWorker.register(door.dataset.alone, { scope: door.dataset.scope });
    await navigator.serviceWorker.ready;
    const cabinet = await caches.open('porte-1');
    const wanted = [location.pathname, ...door.dataset.keep.split(' ')].map((path) => new URL(path, location.origin).href);
    const kept = (await cabinet.keys()).map(({ url }) => url);
    // What is there already is kept fresh by the service worker (door-alone.js); another version has another address.
    const missing = wanted.filter((url) => !kept.includes(url));
    if (missing.length > 0) await cabinet.addAll(missing);
    for (const url of kept) if (isOlderVersion(url, wanted)) await cabinet.delete(url);
    pageKept = true;
    sayKept();
  } catch {
    // Without it, or without a network, the page must stay open.
  }
}

function isOlderVersion(url, wanted) {
  const pathOf = (address) => address.split('?')[0];
  return url.includes('/assets/') && !wanted.includes(url) && wanted.some((one) => pathOf(one) === pathOf(url));
}

/** Whatever is shown waits for the answer of what was shown before it. */
function showTicket(shown) {
  if (shown.ticket === '' || hasLeft) return;
  const entry = { id: crypto.randomUUID(), proofSeen: false, typed: false, ...shown };
  const at = Date.now();
  before = before.then(() => (isSameShowing(entry, at) ? sayReadAgain() : judge(entry, at))).catch(sayNotJudged);
}

/** Whatever stood there was another ticket’s. */
function sayNotJudged(fault) {
  delete answer.dataset.asking;
  answer.textContent = words.notJudged;
  console.error(fault);
}

/** A number that is typed once more is somebody else’s, or a slip: only the button that was pressed twice is the same one. */
function isSameShowing({ ticket, typed }, at) {
  const same =
    lastShown.verdict === 'admitted' && ticket === lastShown.ticket && typed === lastShown.typed && at - lastShown.at < SAME_SHOWING_MS;
  if (same) lastShown.at = at;
  return same;
}

/** It was one person, and no new entry: the heading says so too. Told once, however often the scanner reads. */
function sayReadAgain() {
  if (answer.querySelector('[data-read-again]')) return;
  const line = Object.assign(document.createElement('p'), { textContent: words.readAgain, className: 'small' });
  line.dataset.readAgain = '';
  const heading = answer.querySelector('[data-verdict] h2');
  if (heading) heading.textContent = words.countedAlready;
  answer.querySelector('[data-verdict]')?.append(line);
}

async function judge(entry, at) {
  answer.dataset.asking = ''; // what stands there is of the ticket before
  const heard = waiting().length === 0 ? await sendEntries([entry]) : undefined; // what waits goes first
  const verdict = heard ? presentHeard(heard) : await alone(entry);
  lastShown = { ticket: entry.ticket, typed: entry.typed, at, verdict };
}

function presentHeard({ answers: [said], count: counted }) {
  present(said.html, said.verdict);
  if (said.verdict === 'admitted') mark(said.uid, said.usedAt);
  count(counted);
  return said.verdict;
}

function present(markup, verdict) {
  delete answer.dataset.asking;
  delete answer.dataset.entry;
  answer.innerHTML = markup; // from our own server, or from a template of this page
  for (const form of answer.querySelectorAll('form[data-show]')) listen(form);
  navigator.vibrate?.(verdict === 'admitted' ? 60 : [200, 80, 200]);
}

/** undefined: nobody answered, or somebody must sign in again. */
async function sendEntries(checkIns, house = door.dataset.door) {
  const body = JSON.stringify({ _csrf: token, checkIns });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const entries = door.dataset.entries.replace(/\d+/, house);
  const reply = await fetch(entries, { method: 'POST', body, headers, signal: AbortSignal.timeout(AT_MOST_MS) }).catch(
    () => undefined, // the network is away: the entry is kept
  );
  const heard = reply?.ok && reply.headers.get('content-type')?.includes('json') ? await reply.json().catch(() => undefined) : undefined;
  sayNetwork(heard !== undefined, reply !== undefined);
  return heard;
}

/** Tells what waits, then takes the list again. */
async function tell() {
  if (hasLeft || !(await tellWaiting()) || hasLeft) return;
  const reply = await fetch(door.dataset.list, { signal: AbortSignal.timeout(AT_MOST_MS) }).catch(() => undefined); // the old list serves
  const list = reply?.ok ? await reply.json().catch(() => undefined) : undefined;
  if (hasLeft) return;
  if (!list) return sayNetwork(false, reply !== undefined);
  writeList(list);
  sayKept();
  count(list.count);
  sayNetwork(true, true);
}

/** Whether the server has heard all that this device let in on its own, here and at another house. */
async function tellWaiting() {
  for (let [house] = housesWaiting(); house !== undefined; [house] = housesWaiting()) {
    const heard = await sendEntries(waitingAt(house).slice(0, 100), house);
    if (!heard) return false;
    raiseAlarms(heard.answers.filter(({ verdict }) => verdict !== 'key-used-already'));
    const told = new Map(heard.answers.map(({ id, verdict }) => [id, verdict]));
    saySent(told);
    // An id that is another ticket's has told nothing: that entry goes again, under a new one.
    const again = waitingAt(house).map((one) => (told.get(one.id) === 'key-used-already' ? { ...one, id: crypto.randomUUID() } : one));
    const left = again.filter(({ id }) => !told.has(id));
    localStorage.setItem(`porte-${house}-waiting`, JSON.stringify(left));
    if (house === door.dataset.door) count(heard.count);
    sayNetwork(true, true);
  }
  return true;
}

/** « Entrée » that stands there may be among what was just told. */
function saySent(told) {
  const line = answer.querySelector('[data-sent-later]');
  if (line && told.get(answer.dataset.entry) === 'admitted') line.textContent = words.sent;
}

const UNTOLD = ['not-on-the-list', 'not-checked'];

/** What the list and the keys of this device say; where they say nothing, the server is tried once more. */
async function alone(entry) {
  const { id, ticket, proofSeen, typed } = entry;
  const judged = await judgeAlone(entry);
  if (UNTOLD.includes(judged.verdict) && waiting().length > 0 && (await tellWaiting())) {
    const heard = await sendEntries([entry]);
    if (heard) return presentHeard(heard);
  }
  if (judged.verdict === 'admitted') {
    const offlineAt = nowByTheServer();
    shelf.write('waiting', [...waiting(), { id, ticket, proofSeen, typed, offlineAt, listAt: judged.listAt, uid: judged.uid }]);
    mark(judged.uid, offlineAt);
    sayNetwork(false, false);
  }
  presentAlone(judged, { ticket, proofSeen, typed });
  if (judged.verdict === 'admitted') answer.dataset.entry = id;
  return judged.verdict;
}

function presentAlone(judged, shown) {
  const { verdict, known } = judged;
  present(document.querySelector(`[data-alone-verdict="${verdict}"]`).innerHTML, verdict);
  const detail = answer.querySelector('[data-detail]');
  if (detail.textContent === '') detail.textContent = detailOf(judged);
  answer.querySelector('[data-seat]').textContent = known ? seatWords(known, verdict === 'number-to-confirm') : '';
  const owes = known?.proofToShow === true;
  if (!owes) answer.querySelector('[data-proof]')?.remove();
  for (const step of answer.querySelectorAll('[data-confirm]')) {
    if (verdict === 'number-to-confirm' && step.dataset.proofToShow !== String(owes)) step.remove();
    const said = Object.fromEntries(step.dataset.confirm.split(' ').map((name) => [name, true]));
    step.addEventListener('click', () => showTicket({ ...shown, ...said }));
  }
  answer.querySelector('[data-again]')?.addEventListener('click', () => showTicket(shown));
}

function count({ admitted, tickets, conflicts }) {
  if (hasLeft) return;
  sayCount(admitted, tickets);
  sayConflicts(conflicts);
}

function sayCount(admitted, tickets) {
  document.querySelector('[data-admitted]').textContent = admitted;
  document.querySelector('[data-tickets]').textContent = tickets;
}

/** By the list kept here and the entries made here: the page itself may have been kept long before. */
function countAlone() {
  const { at, tickets } = listHere();
  if (at === undefined) return;
  const good = tickets.filter(({ admission }) => admission !== 'cancelled');
  const notListed = waiting().filter(({ uid }) => !tickets.some((one) => one.uid === uid)).length;
  sayCount(good.filter(({ admission }) => admission === 'used').length + notListed, good.length + notListed);
}

/** Read aloud when there is a new one. */
function sayConflicts(lines) {
  const place = document.querySelector('[data-conflicts]');
  const told = [...place.querySelectorAll('li')].map(({ textContent }) => textContent);
  if (told.join('\n') === lines.join('\n')) return;
  const title = document.createElement('p');
  title.append(document.querySelector('[data-conflict-words]').content.cloneNode(true));
  const list = document.createElement('ul');
  list.append(...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
  place.replaceChildren(...(lines.length > 0 ? [title, list] : []));
}

function sayKept() {
  const kept = pageKept && shelf.read('list') !== undefined;
  sayOnce(document.querySelector('[data-kept]'), kept ? document.querySelector('[data-kept-words]').content.textContent : '');
}

function sayNetwork(heard, answered) {
  if (hasLeft) return;
  if (!heard) countAlone();
  const left = unsent();
  const kept = left === 0 ? words.offline : say(left > 1 ? 'offlineWith' : 'offlineWithOne', { count: left });
  if (heard && left === 0) sayOnce(network, '');
  else sayOnce(network, answered && !heard ? words.signIn : kept);
}

/** A region that is read aloud is changed only where there is news. */
function sayOnce(region, text) {
  if (region.textContent !== text) region.textContent = text;
}
