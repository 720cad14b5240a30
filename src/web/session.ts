import session from 'express-session';
import type { Request, RequestHandler } from 'express';
import type { StaffMember } from '../ports/staff';
import type { WebNeeds } from './needs';

/** An order that this browser was let in to; a newer link of the order ends it. */
export interface GrantedOrder {
  readonly reference: string;
  readonly linkVersion: number;
}

declare module 'express-session' {
  interface SessionData {
    orders?: readonly GrantedOrder[];
    /** `version`: of their access, when they came in. */
    staff?: { readonly id: number; readonly since: string; readonly version: number };
    /** The till that this person last sold under. */
    till?: string;
    /** The venue whose settings this person last looked at. */
    venue?: number;
  }
}

const HOUR = 3_600_000;
const LASTS = { customer: 14 * 24 * HOUR, staff: 10 * HOUR } as const;

/** Sessions lie in the store that the wire gives; nobody has one before they were let in somewhere. */
export function sessions({ settings, sessions: store }: Pick<WebNeeds, 'settings' | 'sessions'>): RequestHandler {
  const secure = settings.publicUrl.startsWith('https:');
  return session({
    name: secure ? '__Host-contremarque' : 'contremarque',
    secret: settings.sessionSecret,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
  });
}

/** Lets this browser in to one more order. The session gets a new id: an id planted before is worth nothing (fixation). */
export async function letCustomerIn(request: Request, order: GrantedOrder): Promise<void> {
  const others = (request.session.orders ?? []).filter((one) => one.reference !== order.reference);
  const { staff, basket, bought, shopper } = request.session;
  await regenerate(request);
  request.session.orders = [...others.slice(-9), order];
  if (basket) request.session.basket = basket;
  if (bought) request.session.bought = bought;
  if (shopper) request.session.shopper = shopper;
  if (staff) request.session.staff = staff;
  request.session.cookie.maxAge = staff ? LASTS.staff : LASTS.customer;
  await saveSession(request);
}

export async function letStaffIn(
  request: Request,
  { id, accessVersion: version }: Pick<StaffMember, 'id' | 'accessVersion'>,
  now: string,
): Promise<void> {
  await regenerate(request);
  request.session.staff = { id, since: now, version };
  request.session.cookie.maxAge = LASTS.staff;
  await saveSession(request);
}

/** Ends what this browser was let in to as a customer; whoever is signed in at the desk stays so. */
export async function letCustomerOut(request: Request): Promise<void> {
  const { staff } = request.session;
  if (!staff) return letOut(request);
  await regenerate(request);
  request.session.staff = staff;
  request.session.cookie.maxAge = LASTS.staff;
  await saveSession(request);
}

export function letOut(request: Request): Promise<void> {
  return new Promise((done, fail) => request.session.destroy((fault) => (fault ? fail(asError(fault)) : done())));
}

export function isLetIn(request: Request, order: GrantedOrder): boolean {
  return (request.session.orders ?? []).some((one) => one.reference === order.reference && one.linkVersion === order.linkVersion);
}

function regenerate(request: Request): Promise<void> {
  return new Promise((done, fail) => request.session.regenerate((fault) => (fault ? fail(asError(fault)) : done())));
}

export function saveSession(request: Request): Promise<void> {
  return new Promise((done, fail) => request.session.save((fault) => (fault ? fail(asError(fault)) : done())));
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(`Session store: ${String(fault)}`);
}
