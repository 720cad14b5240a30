import type { Bench } from './figure';
import { lineOf } from './figure';
import type { House } from './house';
import { openHouse } from './house';
import { benchLastSeats } from './last-seats';
import { benchOrderCpu } from './order-cpu';
import { benchOrders } from './orders';
import { benchReplies } from './replies';
import { benchTicket } from './ticket';
import { benchUploads } from './uploads';
import { benchWaitingReplies } from './waiting-replies';

/** Every part can be run alone: `bench/run.ts ticket orders`. Those of a house share one. */
const ALONE = { ticket: benchTicket } as const satisfies Record<string, (bench: Bench) => Promise<void>>;
const IN_A_HOUSE = {
  orders: benchOrders,
  'order-cpu': benchOrderCpu,
  'last-seats': benchLastSeats,
  replies: benchReplies,
  'waiting-replies': benchWaitingReplies,
  uploads: benchUploads,
} as const satisfies Record<string, (house: House, bench: Bench) => Promise<void>>;

/** `make bench`: figures on standard output, a line of JSON each; progress on standard error. */
async function main(words: readonly string[]): Promise<void> {
  const bench: Bench = {
    print: (figure) => process.stdout.write(`${lineOf(figure)}\n`),
    say: (line) => process.stderr.write(`${line}\n`),
    long: words.includes('--long'),
  };
  const names = words.filter((word) => word !== '--long');
  requireKnown(names);
  const isAsked = ([name]: readonly [string, unknown]) => names.length === 0 || names.includes(name);
  for (const [name, run] of Object.entries(ALONE).filter(isAsked)) {
    bench.say(name);
    await run(bench);
  }
  const inAHouse = Object.entries(IN_A_HOUSE).filter(isAsked);
  if (inAHouse.length > 0) await runInAHouse(inAHouse, bench);
}

async function runInAHouse(
  parts: readonly (readonly [string, (house: House, bench: Bench) => Promise<void>])[],
  bench: Bench,
): Promise<void> {
  bench.say('Starting MariaDB, Dovecot, Temporal, web and worker, private and on loopback');
  const house = await openHouse();
  try {
    for (const [name, run] of parts) {
      bench.say(name);
      await run(house, bench);
    }
  } finally {
    await house.close();
  }
}

function requireKnown(names: readonly string[]): void {
  const known = [...Object.keys(ALONE), ...Object.keys(IN_A_HOUSE)];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No figure is called ${unknown.join(', ')}; there are ${known.join(', ')}.`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    process.exit(1);
  },
);
