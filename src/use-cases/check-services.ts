import { SERVICES, type Service, type ServiceCheck } from '../domain/sale/service-check';
import type { Clock } from '../ports/clock';
import type { AskService, AskServices, ServiceChecks } from '../ports/sale/service-checks';

interface Needs {
  readonly askServices: AskServices;
  readonly serviceChecks: Pick<ServiceChecks, 'record'>;
  /** The mailbox that is read. */
  readonly mailbox: { readonly name: string };
  readonly clock: Clock;
  /** A service that takes longer is away. */
  readonly patienceMs: number;
  readonly warn: (what: string, fault: unknown) => void;
}

/** Asks every service that a first order needs, at once, and writes down how each answered. Never fails: what it cannot write, the next time tells. */
export function createCheckServices({ askServices, serviceChecks, mailbox, clock, patienceMs, warn }: Needs) {
  return async (): Promise<void> => {
    await Promise.all(SERVICES.map(checked));
  };

  async function checked(service: Service): Promise<void> {
    try {
      const outcome = await answerOf(service, askServices[service]);
      const box = service === 'inbox' ? { mailbox: mailbox.name } : {};
      await serviceChecks.record({ service, outcome, at: clock.now(), ...box });
    } catch (fault) {
      warn('how a service answers is not written down', fault);
    }
  }

  async function answerOf(service: Service, ask: AskService): Promise<ServiceCheck['outcome']> {
    try {
      return await inTime(ask, patienceMs);
    } catch (fault) {
      warn(`no answer of the service: ${service}`, fault);
      return 'away';
    }
  }
}

function inTime<T>(ask: () => Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('No answer in time.')), ms);
    ask()
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
}
