// The door's kinder half: answers without a new page, remembers the tickets of the house, and goes on alone when the
// network is away. Each entry keeps its id until the server has heard it, so that nothing is lost and nothing counts twice.
'use strict';

const door = document.querySelector('[data-door]');
const answer = document.getElementById('answer');
const field = document.getElementById('ticket');
const token = document.querySelector('.scan [name=_csrf]').value;
const network = document.querySelector('[data-network]');
const AT_MOST_MS = 4000;
const EVERY_MS = 15_000;
const LONGEST_MS = 8 * 24 * 3_600_000;
let pageKept = false;

/** What this device keeps: keys, the tickets of the house, and what the server has not heard yet. No name. */
const shelf = {
  read: (name, otherwise) => JSON.parse(localStorage.getItem(`porte-${door.dataset.door}-${name}`) ?? 'null') ?? otherwise,
  write: (name, value) => localStorage.setItem(`porte-${door.dataset.door}-${name}`, JSON.stringify(value)),
};

forgetOldLists();
void keepPage();
for (const form of document.querySelectorAll('form[data-show]')) listen(form);
window.addEventListener('code-read', ({ detail }) => void showTicket(entryOf({ ticket: detail })));
window.addEventListener('online', () => void tell());
setInterval(() => void tell(), EVERY_MS);
void tell();

function listen(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { ticket, proofSeen, typed } = Object.fromEntries(new FormData(form));
    if (typeof ticket === 'string')
      void showTicket(entryOf({ ticket: ticket.trim(), proofSeen: proofSeen === 'yes', typed: typed === 'yes' }));
    field.value = '';
    field.focus();
  });
}

function entryOf(shown) {
  return { id: crypto.randomUUID(), proofSeen: false, typed: false, ...shown };
}

/** The page and all it is made of, kept at once: it opens without a network from the first visit on. */
async function keepPage() {
  try {
    await navigator.serviceWorker.register(door.dataset.alone, { scope: door.dataset.scope });
    await navigator.serviceWorker.ready;
    const cabinet = await caches.open('porte-1');
    await cabinet.addAll([location.pathname, ...door.dataset.keep.split(' ')]);
    pageKept = true;
    sayKept();
  } catch {
    // Without it, or without a network, the page must stay open.
  }
}

/** A list serves its evening; a device that is made ready may hold it some days before. */
function forgetOldLists() {
  for (const name of Object.keys(localStorage)) {
    if (!/^porte-\d+-list$/.test(name)) continue;
    const { at = 0 } = JSON.parse(localStorage.getItem(name));
    if (Date.now() - Date.parse(at) > LONGEST_MS) localStorage.removeItem(name);
  }
}

async function showTicket(entry) {
  if (entry.ticket === '') return;
  const heard = waiting().length === 0 ? await sendEntries([entry]) : undefined; // what waits goes first
  if (!heard) return alone(entry);
  const [said] = heard.answers;
  present(said.html, said.verdict);
  if (said.verdict === 'admitted') mark(said.uid, said.usedAt);
  count(heard.count);
}

function present(markup, verdict) {
  answer.innerHTML = markup; // from our own server, or from a template of this page
  for (const form of answer.querySelectorAll('form[data-show]')) listen(form);
  navigator.vibrate?.(verdict === 'admitted' ? 60 : [200, 80, 200]);
}

/** undefined: nobody answered, or somebody must sign in again. */
async function sendEntries(checkIns) {
  const body = JSON.stringify({ _csrf: token, checkIns });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const reply = await fetch(door.dataset.entries, { method: 'POST', body, headers, signal: AbortSignal.timeout(AT_MOST_MS) }).catch(
    () => undefined, // the network is away: the entry is kept
  );
  const heard = reply?.ok && reply.headers.get('content-type')?.includes('json') ? await reply.json().catch(() => undefined) : undefined;
  sayNetwork(heard !== undefined, reply !== undefined);
  return heard;
}

/** Tells what waits, then takes the list again. */
async function tell() {
  const entries = waiting();
  if (entries.length > 0) {
    const heard = await sendEntries(entries.slice(0, 100));
    if (!heard) return;
    const told = new Set(heard.answers.map(({ id }) => id));
    shelf.write(
      'waiting',
      waiting().filter(({ id }) => !told.has(id)),
    );
    count(heard.count);
    sayNetwork(true, true);
  }
  const reply = await fetch(door.dataset.list, { signal: AbortSignal.timeout(AT_MOST_MS) }).catch(() => undefined); // the old list serves
  const list = reply?.ok ? await reply.json().catch(() => undefined) : undefined;
  if (!list) return sayNetwork(false, reply !== undefined);
  shelf.write('list', { at: list.at, fastMs: Date.now() - Date.parse(list.at), keys: list.keys, tickets: list.tickets });
  sayKept();
  count(list.count);
  sayNetwork(true, true);
}

function waiting() {
  return shelf.read('waiting', []);
}

function listHere() {
  return shelf.read('list', { keys: [], tickets: [], fastMs: 0 });
}

function mark(uid, usedAt) {
  const list = listHere();
  shelf.write('list', { ...list, tickets: list.tickets.map((one) => (one.uid === uid ? { ...one, admission: 'used', usedAt } : one)) });
}

/** The same rule as the server's (src/domain/check-in.ts), on the list that this device has. */
async function alone({ id, ticket, proofSeen, typed }) {
  const { keys, tickets, at: listAt, fastMs } = listHere();
  const code = await read(ticket, keys);
  const known = tickets.find((one) => (code ? one.uid === code.uid : isPrinted(ticket, one)));
  const uid = code?.uid ?? known?.uid ?? ticket;
  const here = waiting().find((one) => one.uid === uid);
  const verdict = judge({ code, known, here, proofSeen, typed });
  if (verdict === 'admitted') {
    const offlineAt = new Date(Date.now() - fastMs).toISOString(); // by the server's clock, as far as this device knows it
    shelf.write('waiting', [...waiting(), { id, ticket, proofSeen, typed, offlineAt, listAt, uid }]);
    mark(uid, offlineAt);
    sayNetwork(false, false);
  }
  presentAlone(verdict, { uid, known, ticket, proofSeen, typed, usedAt: here?.offlineAt ?? known?.usedAt });
}

/** As people type what is printed: src/domain/ticket.ts says the same. */
function isPrinted(typed, { uid, number }) {
  const digits = /^(?:n[°ºo]?\.?)?(\d{1,12})$/i.exec(typed.replaceAll(/[\s.'’]/g, ''))?.[1];
  if (digits !== undefined && Number(digits) === number) return true;
  const said = /^\s*(?:CM[\s-]*)?([0-9A-Z]{4}[\s-]?[0-9A-Z]{4})[\s-]+(\d{1,2})(?:-(\d{1,2}))?\s*$/i.exec(
    typed.replaceAll(/[\p{Dash}\u00ad]/gu, '-'),
  );
  if (!said) return false;
  const letters = said[1].toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const again = said[3] === undefined ? '' : `-${Number(said[3])}`;
  return uid === `CM-${letters.slice(0, 4)}-${letters.slice(4)}-${Number(said[2])}${again}`;
}

function judge({ code, known, here, proofSeen, typed }) {
  if (code && String(code.performance) !== door.dataset.door) return 'other-performance';
  if (!code && !known) return 'unknown';
  if (known?.admission === 'cancelled') return 'cancelled';
  if (here || known?.admission === 'used') return 'already-used';
  if (!code && !typed) return 'number-to-confirm';
  return (code?.proofToShow ?? known.proofToShow) && !proofSeen ? 'proof-to-show' : 'admitted';
}

/** The signed text of a code (docs/contracts.md), or undefined. */
async function read(text, keys) {
  const cut = text.lastIndexOf('.');
  const [version, kid, uid, performance, , flag] = text.slice(0, cut).split('.');
  const key = keys.find((one) => one.kid === kid);
  if (version !== '1' || !key || !flag) return undefined;
  const { kty, crv, x } = key;
  try {
    const trusted = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
    const signature = Uint8Array.from(
      atob(
        text
          .slice(cut + 1)
          .replaceAll('-', '+')
          .replaceAll('_', '/'),
      ),
      (sign) => sign.charCodeAt(0),
    );
    const good = await crypto.subtle.verify('Ed25519', trusted, signature, new TextEncoder().encode(text.slice(0, cut)));
    return good ? { uid, performance: Number.parseInt(performance, 36), proofToShow: flag === 'P' } : undefined;
  } catch {
    return undefined; // not a code of ours, or a browser without Ed25519: the list alone decides
  }
}

function presentAlone(verdict, { uid, known, usedAt, ...shown }) {
  const template = document.querySelector(`[data-alone-verdict="${verdict}"]`);
  present(template.innerHTML, verdict);
  const clock = { hour: '2-digit', minute: '2-digit', timeZone: door.dataset.zone }; // the venue's, wherever the device believes to be
  const time = usedAt && new Date(usedAt).toLocaleTimeString('fr-FR', clock).replace(':', '\u00a0h\u00a0');
  answer.querySelector('[data-detail]').textContent = time ? `${uid}, entré à ${time}` : uid.slice(0, 40);
  const place = known?.place ? `, rang ${known.place.row}, fauteuil ${known.place.seat}` : '';
  answer.querySelector('[data-seat]').textContent = known ? `${known.category}${place}` : '';
  const confirm = answer.querySelector('[data-confirm]');
  confirm?.addEventListener('click', () => void showTicket(entryOf({ ...shown, [confirm.dataset.confirm]: true })));
}

function count({ admitted, tickets, conflicts }) {
  document.querySelector('[data-admitted]').textContent = admitted;
  document.querySelector('[data-tickets]').textContent = tickets;
  document.querySelector('[data-conflicts]').hidden = conflicts === 0;
  document.querySelector('[data-conflict-count]').textContent = conflicts;
}

function sayKept() {
  document.querySelector('[data-kept]').hidden = !pageKept || shelf.read('list') === undefined;
}

function sayNetwork(heard, answered) {
  const left = waiting().length;
  network.hidden = heard && left === 0;
  const kept =
    left === 0
      ? 'Vous pouvez continuer.'
      : `Vous pouvez continuer : ${left} ${left > 1 ? 'entrées seront transmises' : 'entrée sera transmise'} au retour.`;
  network.textContent = answered && !heard ? 'Reconnectez-vous au guichet, puis revenez ici : rien n’est perdu.' : `Pas de réseau. ${kept}`;
}
