import type { Request, Response } from 'express';
import type { MailboxState } from '../../domain/mailbox-state';
import { Refusal } from '../../domain/refusal';
import type { Role, StaffMember } from '../../ports/staff';
import type { Site, Visit } from '../visit';
import { atVenueNumbered, inLanguage, visitOf } from '../visit';

export interface DeskVisit {
  readonly visit: Visit;
  readonly who: StaffMember;
  /** What waits, for the navigation; nothing for those who decide nothing. */
  readonly waiting: { readonly orders: number; readonly mails: number };
  /** How the mailboxes of replies are doing; none for those who decide nothing. */
  readonly mailboxes: readonly MailboxState[];
}

/** The longest that one sign-in lasts, whatever one does (the cookie ends with it). */
const SHIFT_MS = 10 * 3_600_000;
const EVERY_ROLE: readonly Role[] = ['reviewer', 'cashier', 'admin'];
/** Who takes money across the counter. */
export const SELLERS: readonly Role[] = ['cashier', 'admin'];
/** Proofs and mails about them are for those who judge them (docs/domain.md 6.3). */
export const REVIEWERS: readonly Role[] = ['reviewer', 'admin'];

/** Somebody of the venue who has signed in and whose role opens this page. The desk speaks French. */
export async function deskVisit(site: Site, request: Request, { response, roles = EVERY_ROLE }: Door): Promise<DeskVisit> {
  const visit = inLanguage(await visitOf(site, request, response), 'fr');
  const who = await signedIn(site, request, visit.now);
  if (!roles.includes(who.role)) throw new Refusal('forbidden', `The role ${who.role} may not open this page.`);
  response.set('Cache-Control', 'no-store');
  const decides = REVIEWERS.includes(who.role);
  const [orders, mails, mailboxes] = await Promise.all([
    decides ? site.needs.orders.countUnderReview() : 0,
    decides ? site.needs.inboundMail.countToCheck() : 0,
    decides ? site.needs.inboundMail.mailboxes() : [],
  ]);
  return { visit, who, mailboxes, waiting: { orders, mails } };
}

/** The same visit for a page about something of one venue: its name and its clock. */
export function deskOfVenue(desk: DeskVisit, venue: number): DeskVisit {
  return { ...desk, visit: atVenueNumbered(desk.visit, venue) };
}

interface Door {
  readonly response: Response;
  readonly roles?: readonly Role[];
}

/** Refuses with `not-signed-in`. */
export async function signedIn({ needs }: Site, request: Request, now: string): Promise<StaffMember> {
  const { staff } = request.session;
  const fresh = staff !== undefined && Date.parse(now) - Date.parse(staff.since) < SHIFT_MS;
  const who = fresh ? await needs.staff.byId(staff.id) : undefined;
  // Whatever was changed of their access since then, by whomever, ends this session.
  if (!who || who.accessVersion !== staff?.version) throw new Refusal('not-signed-in', 'Nobody has signed in here.');
  return who;
}
