import { Busy } from '../domain/busy';

/** After how many seconds the same may be asked again; `undefined` when asking again would not help. */
export function askAgainAfter(fault: unknown): number | undefined {
  if (fault instanceof Busy) return fault.afterSeconds;
  return isAway(fault) ? AWAY_SECONDS : undefined;
}

const AWAY_SECONDS = 15;

/** A server that we need does not answer, or its line broke: drivers say so by a code, or call the fault fatal. */
function isAway(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (fault.name === 'KnexTimeoutError' || ('fatal' in fault && fault.fatal === true)) return true;
  return 'code' in fault && typeof fault.code === 'string' && AWAY.has(fault.code);
}

const AWAY: ReadonlySet<string> = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['PROTOCOL_CONNECTION_LOST', 'ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR', 'ER_CONNECTION_KILLED'],
]);
