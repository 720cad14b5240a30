import type { CheckInAsked, CheckInVerdict, TicketAtTheDoor } from './check-in';
import { judgeCheckIn } from './check-in';
import type { PrintedTicket, TicketPayload } from './ticket';

/** What a device that is on its own cannot tell, besides the verdicts: its list ends somewhere, and so does what it can read. */
export const UNTOLD = ['not-on-the-list', 'not-checked'] as const;
export type AloneVerdict = CheckInVerdict | (typeof UNTOLD)[number];

/** What a device on its own has made of what was shown. */
export interface ShownAlone {
  /** What the signed code says; `unchecked`: it may be one of ours, and this device cannot tell. */
  readonly code: Pick<TicketPayload, 'performanceId' | 'proofToShow'> | 'unchecked' | undefined;
  readonly printed: PrintedTicket | undefined;
  /** Its line on the list that this device took along. */
  readonly line: Pick<TicketAtTheDoor, 'admission' | 'proofToShow'> | undefined;
  /** This device has let it in since. */
  readonly letInHere: boolean;
}

/** The rule of the server, on what the list and the keys of this device can tell. `from`: of its house, nobody goes in earlier. */
export function judgeAlone(shown: ShownAlone, asked: Omit<CheckInAsked, 'signed'> & { readonly from: string }): AloneVerdict {
  const { code, printed, line, letInHere } = shown;
  if (code === 'unchecked') return 'not-checked';
  if (!code && !line) return printed ? 'not-on-the-list' : 'unknown';
  const admission = line?.admission ?? 'valid';
  const ticket = {
    performanceId: code ? code.performanceId : asked.performanceId,
    admission: letInHere && admission === 'valid' ? 'used' : admission,
    // The code or the list, whichever asks for more: a difference that was given back leaves the old paper as it was.
    proofToShow: code?.proofToShow === true || line?.proofToShow === true,
    from: asked.from,
  } as const;
  return judgeCheckIn(ticket, { ...asked, signed: code !== undefined });
}
