import { Away, NotYetHeard } from '../domain/away';
import { Busy } from '../domain/busy';

/** The same may be asked again, after so many seconds. Only after `not-yet-heard` something may have changed, or still change. */
export interface AskAgain {
  readonly code: 'busy' | 'unavailable' | 'not-yet-heard';
  readonly seconds: number;
}

/** `undefined` when asking again would not help. `changes`: the request was to change something. */
export function askAgain(fault: unknown, { changes }: { readonly changes: boolean }): AskAgain | undefined {
  if (fault instanceof Busy) return { code: 'busy', seconds: fault.afterSeconds };
  if (fault instanceof Error && UNDONE.has(codeOf(fault))) return { code: 'busy', seconds: BUSY_SECONDS };
  if (changes && (fault instanceof NotYetHeard || hasBroken(fault))) return { code: 'not-yet-heard', seconds: AWAY_SECONDS };
  const isAway = fault instanceof Away || fault instanceof NotYetHeard || isUnreached(fault) || hasBroken(fault);
  return isAway ? { code: 'unavailable', seconds: AWAY_SECONDS } : undefined;
}

const AWAY_SECONDS = 15;
const BUSY_SECONDS = 2;

/** No line to a server came about. */
function isUnreached(fault: unknown): boolean {
  return fault instanceof Error && (fault.name === 'KnexTimeoutError' || UNREACHED.has(codeOf(fault)));
}

/** The line to a server broke, and what was under way may have been done: drivers say so by a code, or call the fault fatal. */
function hasBroken(fault: unknown): boolean {
  if (!(fault instanceof Error) || isUnreached(fault)) return false;
  return BROKEN.has(codeOf(fault)) || ('fatal' in fault && fault.fatal === true);
}

function codeOf(fault: Error): string {
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
}

/** What InnoDB undid, where nobody began it anew. */
const UNDONE: ReadonlySet<string> = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT']);

const UNREACHED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', 'ER_CON_COUNT_ERROR']);

const BROKEN: ReadonlySet<string> = new Set([
  ...['ECONNRESET', 'EPIPE', 'ETIMEDOUT'],
  ...['PROTOCOL_CONNECTION_LOST', 'ER_SERVER_SHUTDOWN', 'ER_CONNECTION_KILLED'],
]);
