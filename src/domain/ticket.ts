import type { SeatNo } from './decision/decision';
import { readReference } from './sale/reference';

/** CM-7K2M-4Q9T-3: the order and the seat. It can be typed when a scanner fails. */
export function ticketUid(orderReference: string, seat: SeatNo): string {
  return `CM-${orderReference}-${seat}`;
}

/** The order that the identifier of a ticket names. */
export function orderOf(uid: string): string {
  return uid.slice('CM-'.length, 'CM-7K2M-4Q9T'.length);
}

/** As people type it: lower case, without `CM` or dashes in the reference, O for 0. `undefined`: no identifier at all. */
function readTicketUid(typed: string): string | undefined {
  const [, reference = '', seat, again] = /^(?:CM[\s-]*)?([0-9A-Z]{4}[\s-]?[0-9A-Z]{4})[\s-]+(\d{1,2})(?:-(\d{1,2}))?$/i.exec(typed) ?? [];
  const order = readReference(reference);
  if (order === undefined || seat === undefined) return undefined;
  const uid = ticketUid(order, Number(seat));
  return again === undefined ? uid : `${uid}-${Number(again)}`;
}

/** A ticket by what is printed on it in letters and figures: its identifier, or its number. */
export type PrintedTicket = { readonly uid: string } | { readonly number: number };

/** What somebody typed off a ticket, with or without what is printed before it: the identifier, or the big number (« 000 001 »). */
export function readPrintedTicket(read: string): PrintedTicket | undefined {
  const typed = read
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Dash}/gu, '-')
    .trim();
  const bare = typed.replace(LABEL, '');
  const uid = readTicketUid(typed) ?? readTicketUid(bare);
  if (uid !== undefined) return { uid };
  const digits = NUMBER.test(bare) ? bare.replaceAll(/\D/g, '') : '';
  return digits.length > 12 || Number(digits) === 0 ? undefined : { number: Number(digits) };
}

/** « Billet n° », « Ticket no. », « N° d’ordre ». */
const LABEL = /^(?:(?:billet|ticket)\s*)?(?:(?:n(?:[°or]|um[ée]ro|umber)?|#)\s*\.?\s*(?:d['’]\s*ordre\s*)?)?(?::\s*)?/i;

/** With or without its blanks and noughts. Other signs part it only as blanks are printed, by threes: « 10-11 » may be two numbers. */
const NUMBER = /^(?:[\d\s]+|\d{1,3}\s*([-.,'’])\s*\d{3}(?:\s*\1\s*\d{3})*)\.?$/;

/** What the QR code says, before it is signed (docs/contracts.md). */
export interface TicketPayload {
  readonly keyId: string;
  readonly uid: string;
  readonly performanceId: number;
  /** Seconds since 1970, UTC. */
  readonly performanceAt: number;
  /** The door must ask for the proof. */
  readonly proofToShow: boolean;
}

/** Compact and versioned, so that the code stays at 45 × 45 modules: `1.KEY.UID.PERFORMANCE.SECONDS.FLAG`. */
export function ticketText(payload: TicketPayload): string {
  const { keyId, uid, performanceId, performanceAt, proofToShow } = payload;
  return ['1', keyId, uid, performanceId.toString(36), performanceAt.toString(36), proofToShow ? 'P' : 'V'].join('.');
}

/** A code as it is read: what it says, and the signature that must hold for `said`. */
export interface SignedTicket {
  readonly payload: TicketPayload;
  readonly said: string;
  /** Base64url. */
  readonly signature: string;
}

/** There is one way to write a ticket: another spelling of a good one is not a ticket. */
export function readSignedTicket(text: string): SignedTicket | undefined {
  const [, said, keyId, uid, performance, seconds, flag, signature] = SIGNED.exec(text) ?? [];
  if (!said || !keyId || !uid || !performance || !seconds || !signature) return undefined;
  const times = { performanceId: Number.parseInt(performance, 36), performanceAt: Number.parseInt(seconds, 36) };
  const payload = { keyId, uid, ...times, proofToShow: flag === 'P' };
  return ticketText(payload) === said ? { payload, said, signature } : undefined;
}

/** 64 bytes of signature are 86 signs, and the last one says two bits. */
const SIGNED = /^(1\.([a-zA-Z0-9]{1,4})\.(CM-[0-9A-Z-]{1,30})\.([0-9a-z]{1,10})\.([0-9a-z]{1,10})\.([PV]))\.([\w-]{85}[AQgw])$/;
