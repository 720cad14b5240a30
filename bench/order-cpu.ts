import { z } from 'zod';
import { deriveKeyPair } from '../src/entry/keys';
import { percentile, rounded, type Bench } from './figure';
import type { House } from './house';
import { stopwatch } from './processes';
import { paidNotification } from './reduced-order';

const WARM_UP = 30;
const COUNTED = 80;

const Placed = z.object({ reference: z.string(), paymentUrl: z.url() });

/**
 * What one full-price seat costs our four processes, from the basket to the letter with its ticket, through the real
 * doors and one at a time. What they do meanwhile for nobody (polls, timers) is counted too; mail host and customers are not.
 */
export async function benchOrderCpu(house: House, { print, say, long }: Bench): Promise<void> {
  const customer = createCustomer(house);
  for (let order = 0; order < WARM_UP; order += 1) await customer.buy();
  const count = long ? 10 * COUNTED : COUNTED;
  const spent = stopwatch(house.crew);
  const waits: number[] = [];
  for (let order = 0; order < count; order += 1) {
    const begin = performance.now();
    await customer.buy();
    waits.push(performance.now() - begin);
  }
  const cpu = Object.fromEntries(Object.entries(spent()).map(([name, ms]) => [name, rounded(ms / count)]));
  say(`order-cpu: the letter has left after ${Math.round(percentile(waits, 0.5))} ms`);
  const value = rounded(Object.values(cpu).reduce((sum, ms) => sum + ms, 0));
  print({ figure: 'order-cpu', value, unit: 'ms', aim: 160, cpu });
}

function createCustomer({ app, config, letters, seats }: House) {
  const { privateKeyPem } = deriveKeyPair(config.MASTER_KEY, 'sandbox-notifications');
  let bought = 0;

  return {
    /** Ends when the letter with the ticket has been handed over. */
    async buy(): Promise<void> {
      bought += 1;
      const { reference, paymentUrl } = Placed.parse(await post('/api/orders', JSON.stringify(basket()), 'application/json'));
      const left = letters.expect({ kind: 'tickets', order: reference, about: { release: 1 } });
      const notifyUrl = new URL(paymentUrl).searchParams.get('notifyUrl') ?? '';
      await post(new URL(notifyUrl).pathname, paidNotification(paymentUrl, privateKeyPem), 'application/x-www-form-urlencoded');
      await left;
    },
  };

  function basket() {
    const { performanceId, category } = seats.next();
    return {
      performanceId,
      language: 'fr',
      customer: { name: 'Hugo Lemaire', email: 'hugo.lemaire@courriel.example' },
      seats: [{ tariff: 'PLEIN', category, holder: 'Hugo Lemaire' }],
      deliveryMethod: 'print-at-home',
    };
  }

  async function post(path: string, body: string, type: string): Promise<unknown> {
    // Of a network that RFC 2544 keeps for benchmarks.
    const address = `198.18.${Math.floor(bought / 250)}.${(bought % 250) + 1}`;
    const answer = await fetch(`${app.publicUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-forwarded-for': address },
      body,
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}
