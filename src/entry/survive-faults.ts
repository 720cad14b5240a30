import type { Logger } from 'pino';
import { faultName } from './log';

/**
 * The last net: a fault that nobody awaited or heard is logged, and the process lives on. Requests, activities and timers
 * each tell their own; what comes here is a mistake of ours or of a library (drivers stop listening to a connection that
 * they have given up, and it may break after that).
 */
export function surviveFaults(log: Logger): void {
  process.on('unhandledRejection', (fault) => log.error({ fault: faultName(fault) }, 'a fault that nobody awaited'));
  process.on('uncaughtException', (fault) => {
    log.error({ fault: faultName(fault) }, 'a fault that nobody heard');
    // A line that broke concerns that line alone. Of anything else nobody knows what it left half done.
    if (!isOfALine(fault)) process.exit(1);
  });
}

/** Faults of sockets, and of the protocols on them, carry a code; a mistake of ours (TypeError) carries none. */
function isOfALine(fault: Error): boolean {
  return 'code' in fault && typeof fault.code === 'string' && /^(?:E[A-Z]+$|ER_|PROTOCOL_|ERR_STREAM|ERR_SOCKET|ERR_HTTP)/.test(fault.code);
}
