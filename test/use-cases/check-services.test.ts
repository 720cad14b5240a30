import { createCheckServices } from '../../src/use-cases/check-services';
import type { ServiceCheck } from '../../src/domain/sale/service-check';
import type { AskServices } from '../../src/ports/sale/service-checks';

const NOW = '2027-01-04T11:00:00.000Z';

async function found(askServices: AskServices): Promise<readonly ServiceCheck[]> {
  const checks: ServiceCheck[] = [];
  const check = createCheckServices({
    askServices,
    serviceChecks: { record: async (one) => void checks.push(one) },
    mailbox: { name: 'validation@theatre-des-mariniers.example' },
    clock: { now: () => NOW },
    patienceMs: 5,
    warn: () => undefined,
  });
  await check();
  return checks.toSorted((a, b) => (a.service < b.service ? -1 : 1));
}

test('each service is written down as it answered; one that says nothing is away, and holds up no other', async () => {
  const checks = await found({
    inbox: async () => 'ok',
    letters: () => Promise.reject(new Error('ECONNREFUSED')),
    stories: async () => 'no-search-attributes',
    payment: () => new Promise(() => undefined),
  });
  expect(checks).toEqual([
    { service: 'inbox', outcome: 'ok', at: NOW, mailbox: 'validation@theatre-des-mariniers.example' },
    { service: 'letters', outcome: 'away', at: NOW },
    { service: 'payment', outcome: 'away', at: NOW },
    { service: 'stories', outcome: 'no-search-attributes', at: NOW },
  ]);
});
