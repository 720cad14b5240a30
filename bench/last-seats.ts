import { z } from 'zod';
import { orderWorkflowId } from '../workflows/messages';
import { deriveKeyPair } from '../src/entry/keys';
import { until } from '../local/demo/stage';
import { percentile, rounded, type Bench } from './figure';
import type { House } from './house';
import { stopwatch } from './processes';
import { paidNotification } from './reduced-order';
import { openEvening } from './seats';

const CLIENTS = 64;
/** One client in so many goes away before paying. */
const ABANDONED = 10;

const Placed = z.object({ reference: z.string(), paymentUrl: z.url() });
const Refused = z.object({ code: z.string() });

interface Round {
  readonly paid: number;
  readonly seconds: number;
}

/**
 * Sixty-four clients run for the two hundred numbered seats of one performance, through the doors of the web process, some
 * without ever paying. An order counts when its payment is recorded and its story has started; the worker sends the
 * tickets meanwhile. Not one seat may be sold twice.
 */
export async function benchLastSeats(house: House, { print, say, long }: Bench): Promise<void> {
  const rush = createRush(house);
  await rush(1);
  const rounds: Round[] = [];
  const spent = stopwatch(house.crew);
  for (let round = 2; round < (long ? 12 : 5); round += 1) {
    const one = await rush(round);
    say(`last-seats: ${one.paid} orders paid in ${rounded(one.seconds)} s, no seat sold twice`);
    rounds.push(one);
  }
  const paid = rounds.reduce((sum, round) => sum + round.paid, 0);
  const cpu = Object.fromEntries(Object.entries(spent()).map(([name, ms]) => [name, rounded(ms / paid)]));
  const value = rounded(
    percentile(
      rounds.map((round) => (60 * round.paid) / round.seconds),
      0.5,
    ),
    0,
  );
  const note = `oversold 0 of ${200 * rounds.length} seats; the letters of a round may leave after its last payment`;
  print({ figure: 'last-seats', value, unit: 'orders/min', aim: 1500, note, cpu });
}

/** Sells one evening out; answers when its last order is paid, and has waited until the house is quiet again. */
function createRush({ app, config, world }: House) {
  const { privateKeyPem } = deriveKeyPair(config.MASTER_KEY, 'sandbox-notifications');
  let visits = 0;

  return async (round: number): Promise<Round> => {
    const performanceId = await openEvening(world.knex, round);
    const paid: string[] = [];
    const begin = performance.now();
    await Promise.all(Array.from({ length: CLIENTS }, (_, client) => buyUntilNothingIsLeft({ performanceId, client, paid })));
    const seconds = (performance.now() - begin) / 1000;
    await requireSoldOnce(world, performanceId, paid);
    await quiet(world);
    return { paid: paid.length, seconds };
  };

  async function buyUntilNothingIsLeft({ performanceId, client, paid }: Client): Promise<void> {
    for (let purchase = 0, category = 1; category <= 2; purchase += 1) {
      const answer = await post('/api/orders', JSON.stringify(basketOf(performanceId, `${category}`)), 'application/json');
      if (answer.status === 409) {
        const { code } = Refused.parse(await answer.json());
        if (code !== 'seats-not-available') throw new Error(`A basket was refused: ${code}.`);
        category += 1;
      } else {
        const { reference, paymentUrl } = Placed.parse(await answer.json());
        if ((client + purchase) % ABANDONED !== 0) paid.push(await pay(reference, paymentUrl));
      }
    }
  }

  async function pay(reference: string, paymentUrl: string): Promise<string> {
    const notifyUrl = new URL(paymentUrl).searchParams.get('notifyUrl') ?? '';
    const body = paidNotification(paymentUrl, privateKeyPem);
    const answer = await post(new URL(notifyUrl).pathname, body, 'application/x-www-form-urlencoded');
    if (!answer.ok) throw new Error(`The payment of ${reference} was answered ${answer.status}.`);
    await answer.body?.cancel();
    return reference;
  }

  function post(path: string, body: string, type: string): Promise<Response> {
    visits += 1;
    // Of a network that RFC 2544 keeps for benchmarks: spectators have an address each.
    const address = `198.19.${Math.floor(visits / 250) % 250}.${(visits % 250) + 1}`;
    const headers = { 'content-type': type, 'x-forwarded-for': address };
    return fetch(`${app.publicUrl}${path}`, { method: 'POST', headers, body });
  }
}

interface Client {
  readonly performanceId: number;
  readonly client: number;
  /** References, in the order of their payment. */
  readonly paid: string[];
}

function basketOf(performanceId: number, category: string) {
  return {
    performanceId,
    language: 'fr',
    customer: { name: 'Hugo Lemaire', email: 'hugo.lemaire@courriel.example' },
    seats: [{ tariff: 'PLEIN', category, holder: 'Hugo Lemaire' }],
    deliveryMethod: 'print-at-home',
  };
}

/** Every place is held or sold to one seat of one order, each paid order has a place of its own, and its story runs. */
async function requireSoldOnce({ knex, client }: House['world'], performanceId: number, paid: readonly string[]): Promise<void> {
  const places: readonly { readonly status: string; readonly order_reference: string }[] = await knex('performance_places')
    .where({ performance_id: performanceId })
    .select('status', 'order_reference');
  const sold = places.filter(({ status }) => status === 'sold').map(({ order_reference }) => order_reference);
  if (places.some(({ status }) => status === 'free')) throw new Error('A seat was refused while another was free.');
  if (new Set(sold).size !== paid.length || sold.length !== paid.length)
    throw new Error(`${paid.length} orders of one seat were paid and ${sold.length} seats are sold.`);
  const [taken] = await knex('positions')
    .join('orders', 'orders.reference', 'positions.order_reference')
    .where({ performance_id: performanceId, payment: 'paid' })
    .countDistinct({ places: 'place_id' });
  if (taken?.['places'] !== paid.length) throw new Error('A seat was sold twice.');
  await Promise.all(paid.map((order) => client.workflow.getHandle(orderWorkflowId(order)).describe()));
}

/** Until every story has written what it had to, and every letter has left: the next round meets a rested house. */
async function quiet({ knex }: House['world']): Promise<void> {
  await until(
    'every letter to have left',
    async () => {
      const [untold] = await knex('orders').where({ payment: 'paid', story_seq: 0 }).count({ n: '*' });
      const [unsent] = await knex('outgoing_mail').whereNull('sent_at').count({ n: '*' });
      return untold?.['n'] === 0 && unsent?.['n'] === 0 ? true : undefined;
    },
    300,
  );
}
