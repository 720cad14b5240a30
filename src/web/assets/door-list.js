// What the door's page keeps on this device, and the rule by which it judges when the network is away: that of the server
// (src/domain/check-in.ts), on the list that it has. It never says more than that list and its keys can tell.
'use strict';

const door = document.querySelector('[data-door]');
const LONGEST_MS = 8 * 24 * 3_600_000;

/** Keys, the tickets of the house, and what the server has not heard yet. No name. */
const shelf = {
  read: (name, otherwise) => JSON.parse(localStorage.getItem(`porte-${door.dataset.door}-${name}`) ?? 'null') ?? otherwise,
  write: (name, value) => localStorage.setItem(`porte-${door.dataset.door}-${name}`, JSON.stringify(value)),
};

/** A list serves its evening; a device that is made ready may hold it some days before. */
function forgetOldLists() {
  for (const name of keptLists()) {
    const { at = 0 } = JSON.parse(localStorage.getItem(name));
    if (Date.now() - Date.parse(at) > LONGEST_MS) localStorage.removeItem(name);
  }
}

/** Of every house that this device was at. */
function keptLists() {
  return Object.keys(localStorage).filter((name) => /^porte-\d+-list$/.test(name));
}

function waiting() {
  return waitingAt(door.dataset.door);
}

/** At whichever house this device let somebody in. */
function waitingAt(house) {
  return JSON.parse(localStorage.getItem(`porte-${house}-waiting`) ?? '[]');
}

function housesWaiting() {
  const houses = Object.keys(localStorage).map((name) => /^porte-(\d+)-waiting$/.exec(name)?.[1]);
  return houses.filter((house) => house !== undefined && waitingAt(house).length > 0);
}

/** Every entry that the server has not heard yet, whichever house it is of. */
function unsent() {
  return housesWaiting().reduce((sum, house) => sum + waitingAt(house).length, 0);
}

function listHere() {
  return shelf.read('list', { keys: [], tickets: [], fastMs: 0 });
}

/** What was let in here since the list was begun is not yet on it. */
function writeList({ at, from, keys, tickets }) {
  const since = new Map(
    listHere()
      .tickets.filter(({ usedAt }) => usedAt !== undefined && usedAt >= at)
      .map((one) => [one.uid, one]),
  );
  shelf.write('list', {
    ...{ at, from, keys, fastMs: Date.now() - Date.parse(at) },
    tickets: tickets.map((one) => (one.admission === 'valid' ? (since.get(one.uid) ?? one) : one)),
  });
}

function mark(uid, usedAt) {
  const list = listHere();
  shelf.write('list', { ...list, tickets: list.tickets.map((one) => (one.uid === uid ? { ...one, admission: 'used', usedAt } : one)) });
}

/** By the server's clock, as far as this device knows it. */
function nowByTheServer() {
  return new Date(Date.now() - listHere().fastMs).toISOString();
}

/** What this device makes of a ticket, with what it knows of it. */
async function judgeAlone({ ticket, proofSeen, typed }) {
  const { keys, tickets, at: listAt, from } = listHere();
  const code = await readCode(ticket, keys);
  const printed = readPrinted(ticket);
  const known = tickets.find((one) => (code.uid ? one.uid === code.uid : one.uid === printed?.uid || one.number === printed?.number));
  const uid = code.uid ?? known?.uid ?? ticket;
  const here = waiting().find((one) => one.uid === uid);
  const isEarly = from !== undefined && nowByTheServer() < from;
  const verdict = verdictAlone({ code, printed, known, here, isEarly, proofSeen, typed });
  return { verdict, uid, known, code, listAt, from, usedAt: here?.offlineAt ?? known?.usedAt };
}

function verdictAlone({ code, printed, known, here, isEarly, proofSeen, typed }) {
  if (code.unchecked) return 'not-checked';
  if (code.uid && String(code.performance) !== door.dataset.door) return 'other-performance';
  if (!code.uid && !known) return printed ? 'not-on-the-list' : 'unknown';
  if (known?.admission === 'cancelled') return 'cancelled';
  if (here || known?.admission === 'used') return 'already-used';
  if (isEarly) return 'too-early';
  if (!code.uid && !typed) return 'number-to-confirm';
  // The code or the list, whichever asks for more: a difference that was given back leaves the old paper as it was.
  return (code.proofToShow || known?.proofToShow) && !proofSeen ? 'proof-to-show' : 'admitted';
}

/** As people type what is printed: the identifier or the number, as src/domain/ticket.ts reads them. */
function readPrinted(read) {
  const typed = read
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Dash}/gu, '-')
    .trim();
  const bare = typed.replace(LABEL, '');
  const uid = readIdentifier(typed) ?? readIdentifier(bare);
  if (uid !== undefined) return { uid };
  const digits = NUMBER.test(bare) ? bare.replaceAll(/\D/g, '') : '';
  return digits.length > 12 || Number(digits) === 0 ? undefined : { number: Number(digits) };
}

const LABEL = /^(?:(?:billet|ticket)\s*)?(?:(?:n(?:[°or]|um[ée]ro|umber)?|#)\s*\.?\s*(?:d['’]\s*ordre\s*)?)?(?::\s*)?/i;
const NUMBER = /^(?:[\d\s]+|\d{1,3}\s*([-.,'’])\s*\d{3}(?:\s*\1\s*\d{3})*)\.?$/;

function readIdentifier(typed) {
  const said = /^(?:CM[\s-]*)?([0-9A-Z]{4}[\s-]?[0-9A-Z]{4})[\s-]+(\d{1,2})(?:-(\d{1,2}))?$/i.exec(typed);
  if (!said) return undefined;
  const letters = said[1].toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (letters.includes('U')) return undefined;
  const again = said[3] === undefined ? '' : `-${Number(said[3])}`;
  return `CM-${letters.slice(0, 4)}-${letters.slice(4)}-${Number(said[2])}${again}`;
}

const CODE = /^1\.([A-Za-z0-9]{1,4})\.(CM-[0-9A-Z-]+)\.([0-9a-z]+)\.([0-9a-z]+)\.([VP])\.([\w-]+)$/;

/**
 * The signed text of a code (docs/contracts.md). `unchecked`: it may be one of ours, and this device cannot tell: it has no key, a
 * newer one was made, or the browser knows no Ed25519.
 */
async function readCode(text, keys) {
  const [, kid, uid, performance, seconds, flag, signature] = CODE.exec(text) ?? [];
  if (!signature) return {};
  const trusted = await keyNamed(kid, keys);
  if (!trusted) return { unchecked: true };
  try {
    const bytes = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    const said = new TextEncoder().encode(text.slice(0, text.lastIndexOf('.')));
    if (!(await crypto.subtle.verify('Ed25519', trusted, bytes, said))) return {};
  } catch {
    return {}; // no signature at all
  }
  const startsAt = new Date(Number.parseInt(seconds, 36) * 1000).toISOString();
  return { uid, performance: Number.parseInt(performance, 36), startsAt, proofToShow: flag === 'P' };
}

function keyNamed(kid, keys) {
  const key = keys.find((one) => one.kid === kid);
  if (!key) return undefined;
  const { kty, crv, x } = key;
  return crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']).catch(() => undefined);
}
