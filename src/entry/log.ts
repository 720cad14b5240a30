import { DefaultLogger } from '@temporalio/worker';
import type { Logger as TemporalLogger } from '@temporalio/worker';
import type { Logger } from 'pino';
import { pino } from 'pino';

/** Logs carry no secret, name, address or file name: what is logged is chosen, never a whole object of ours. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

/** Temporal's own words in our log; its attributes are ids and codes (design: no personal data in a history). */
export function temporalLogger(log: Logger): TemporalLogger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const fault: unknown = meta?.['error'];
    const attributes = { temporal: true, workflowId: meta?.['workflowId'], activityType: meta?.['activityType'], fault: faultName(fault) };
    if (level === 'ERROR') log.error(attributes, message);
    else log.warn(attributes, message);
  });
}

/** The kind of a fault and where it rose; its message may quote people's data, so it stays out of the log above `debug`. */
export function faultName(fault: unknown): string | undefined {
  if (fault === undefined) return undefined;
  if (!(fault instanceof Error)) return typeof fault;
  const at = /\n\s+at (\S+ )?\(?(.+?)\)?$/m.exec(fault.stack ?? '')?.[2];
  const code = 'code' in fault && typeof fault.code === 'string' ? ` ${fault.code}` : '';
  return `${fault.name}${code}${at ? ` at ${at.split('/').slice(-2).join('/')}` : ''}`;
}
