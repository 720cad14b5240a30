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

/** What this device keeps: keys, the tickets of the house, and what the server has not heard yet. No name. */
const shelf = {
  read: (name, otherwise) => JSON.parse(localStorage.getItem(`porte-${door.dataset.door}-${name}`) ?? 'null') ?? otherwise,
  write: (name, value) => localStorage.setItem(`porte-${door.dataset.door}-${name}`, JSON.stringify(value)),
};

navigator.serviceWorker?.register(door.dataset.alone, { scope: door.dataset.scope }).catch(() => undefined); // without it the page must stay open
for (const form of document.querySelectorAll('form[data-show]')) listen(form);
window.addEventListener('online', () => void tell());
setInterval(() => void tell(), EVERY_MS);
void tell();

function listen(form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { ticket, proofSeen } = Object.fromEntries(new FormData(form));
    if (typeof ticket === 'string') void showTicket({ id: crypto.randomUUID(), ticket: ticket.trim(), proofSeen: proofSeen === 'yes' });
    field.value = '';
    field.focus();
  });
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
  shelf.write('list', { keys: list.keys, tickets: list.tickets });
  count(list.count);
  sayNetwork(true, true);
}

function waiting() {
  return shelf.read('waiting', []);
}

function mark(uid, usedAt) {
  const list = shelf.read('list', { keys: [], tickets: [] });
  shelf.write('list', { ...list, tickets: list.tickets.map((one) => (one.uid === uid ? { ...one, admission: 'used', usedAt } : one)) });
}

/** The same rule as the server's (src/domain/check-in.ts), on the list that this device has. */
async function alone({ id, ticket, proofSeen }) {
  const { keys, tickets } = shelf.read('list', { keys: [], tickets: [] });
  const code = await read(ticket, keys);
  const uid = code?.uid ?? ticket.toUpperCase();
  const known = tickets.find((one) => one.uid === uid);
  const here = waiting().find((one) => one.uid === uid);
  const verdict = judge({ code, known, here, proofSeen });
  if (verdict === 'admitted') {
    const offlineAt = new Date().toISOString();
    shelf.write('waiting', [...waiting(), { id, ticket, proofSeen, offlineAt, uid }]);
    mark(uid, offlineAt);
    sayNetwork(false, false);
  }
  presentAlone(verdict, { uid, known, ticket, usedAt: here?.offlineAt ?? known?.usedAt });
}

function judge({ code, known, here, proofSeen }) {
  if (code && String(code.performance) !== door.dataset.door) return 'other-performance';
  if (!code && !known) return 'unknown';
  if (known?.admission === 'cancelled') return 'cancelled';
  if (here || known?.admission === 'used') return 'already-used';
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

function presentAlone(verdict, { uid, known, ticket, usedAt }) {
  const template = document.querySelector(`[data-alone-verdict="${verdict}"]`);
  present(template.innerHTML, verdict);
  const time = usedAt && new Date(usedAt).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' }).replace(':', '\u00a0h\u00a0');
  answer.querySelector('[data-detail]').textContent = time ? `${uid}, entré à ${time}` : uid.slice(0, 40);
  const place = known?.place ? `, rang ${known.place.row}, fauteuil ${known.place.seat}` : '';
  answer.querySelector('[data-seat]').textContent = known ? `${known.category}${place}` : '';
  const seen = answer.querySelector('[data-proof-seen]');
  seen?.addEventListener('click', () => void showTicket({ id: crypto.randomUUID(), ticket, proofSeen: true }));
}

function count({ admitted, tickets, conflicts }) {
  document.querySelector('[data-admitted]').textContent = admitted;
  document.querySelector('[data-tickets]').textContent = tickets;
  document.querySelector('[data-conflicts]').hidden = conflicts === 0;
  document.querySelector('[data-conflict-count]').textContent = conflicts;
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

// The camera of a phone, where the page was reached safely (https) and there is one.
const camera = document.querySelector('[data-camera]');
const view = document.querySelector('[data-view]');
const AGAIN_MS = 2500;
camera.hidden = !navigator.mediaDevices?.getUserMedia;
camera.addEventListener('click', () => void (view.srcObject ? closeCamera() : watch()));

async function watch() {
  try {
    view.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch {
    answer.textContent = 'L’appareil photo n’est pas permis ici : tapez le numéro du billet.';
    return;
  }
  camera.textContent = 'Arrêter l’appareil photo';
  view.hidden = false;
  await view.play();
  const reader = await codeReader();
  let last = { text: '', at: 0 };
  while (view.srcObject) {
    const text = await reader();
    if (text && (text !== last.text || Date.now() - last.at > AGAIN_MS)) {
      last = { text, at: Date.now() };
      await showTicket({ id: crypto.randomUUID(), ticket: text, proofSeen: false });
    }
    await new Promise((done) => setTimeout(done, 120));
  }
}

function closeCamera() {
  for (const track of view.srcObject.getTracks()) track.stop();
  view.srcObject = null;
  view.hidden = true;
  camera.textContent = 'Scanner avec l’appareil photo';
}

/** The browser's own reader where it has one; jsQR elsewhere. */
async function codeReader() {
  const formats = (await globalThis.BarcodeDetector?.getSupportedFormats?.()) ?? [];
  if (formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async () => (await detector.detect(view).catch(() => []))[0]?.rawValue;
  }
  await new Promise((done, fail) => {
    const script = Object.assign(document.createElement('script'), { src: door.dataset.reader, onload: done, onerror: fail });
    document.head.append(script);
  });
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async () => {
    [canvas.width, canvas.height] = [view.videoWidth, view.videoHeight];
    if (canvas.width === 0) return undefined;
    pen.drawImage(view, 0, 0);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return globalThis.jsQR(data, width, height)?.data;
  };
}
