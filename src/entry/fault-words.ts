import { RefusedEntry } from '../domain/catalogue/refused-entry';
import { Away, NotYetHeard } from '../domain/away';

/** What went wrong, for whoever typed a command: which setting to look at, never its value. */
export function faultWords(fault: unknown): string {
  if (fault instanceof RefusedEntry) return fault.faults.map(({ says }) => says.en).join('\n');
  if (!(fault instanceof Error)) return String(fault);
  if (fault instanceof Away || fault instanceof NotYetHeard) return 'TEMPORAL_ADDRESS: Temporal does not answer, or no worker does.';
  // Node tells a host that answers at none of several addresses by a code alone (AggregateError, net.autoSelectFamily).
  return databaseWords(fault) ?? (fault.message || ('code' in fault ? String(fault.code) : fault.name));
}

function databaseWords(fault: Error): string | undefined {
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  if (OTHER_VERSION.has(code)) return 'The database is not of this version yet: run `contremarque migrate`.';
  if (REFUSES.has(code)) return `DATABASE_URL: the database does not let this user in, or there is no such database (${code}).`;
  const isAway = fault.name === 'KnexTimeoutError' || ('fatal' in fault && fault.fatal === true);
  return isAway ? `DATABASE_URL: the database does not answer${code === '' ? '' : ` (${code})`}.` : undefined;
}

const OTHER_VERSION: ReadonlySet<string> = new Set(['ER_NO_SUCH_TABLE', 'ER_BAD_FIELD_ERROR']);
const REFUSES: ReadonlySet<string> = new Set(['ER_ACCESS_DENIED_ERROR', 'ER_BAD_DB_ERROR', 'ER_DBACCESS_DENIED_ERROR']);
