import type { Client } from '@temporalio/client';
import { isDeepStrictEqual } from 'node:util';
import { orderWorkflowId } from '../workflows/messages';
import type { BareHouse } from './bare-order';
import { openBareHouse } from './bare-order';
import { rounded, type Bench, type Figure } from './figure';
import { censusOf, type Census } from './histories';
import type { House } from './house';
import type { Load, Measured } from './load';
import { bear } from './load';
import { OURSELVES, watchPid, type Crew } from './processes';
import { layProofs, type ProofPile } from './proofs';
import { createSpectators, liveReducedOrder } from './reduced-order';

/** More than two cores can bear, so that they never wait. */
const CLIENTS = 48;
/** Of reduced orders, on any machine of two cores. */
const MOST_A_SECOND = 25;
const SAMPLE = 25;

/**
 * Reduced orders end to end, beside what Temporal alone costs for them. One server, in turns, so that both meet the same
 * machine; as many events and tasks on either side, or the comparison would be none.
 */
export async function benchOrders(house: House, { print, say, long }: Bench): Promise<void> {
  const { client } = house.world;
  const bare = await openBareHouse(client, { address: house.config.TEMPORAL_ADDRESS, namespace: house.config.TEMPORAL_NAMESPACE });
  try {
    const sides = await bringUp(house, bare);
    const load: Load = { clients: CLIENTS, rampMs: long ? 10_000 : 4000, countMs: long ? 60_000 : 14_000 };
    say('orders: warming up');
    const warmUp = { ...load, countMs: load.countMs / 2 };
    await sides.bare(warmUp);
    await sides.ours(warmUp);
    const rounds: { readonly bare: Measured; readonly ours: Measured }[] = [];
    for (const round of [1, 2]) {
      const pair = { bare: await sides.bare(load), ours: await sides.ours(load) };
      say(`orders: round ${round}, bare ${described(pair.bare)}, ours ${described(pair.ours)}`);
      rounds.push(pair);
    }
    const tasks = await requireSameHistories(client, rounds, say);
    print(figureOf(rounds, tasks));
  } finally {
    await bare.close();
  }
}

async function bringUp(house: House, bare: BareHouse) {
  const proofs = await layProofs(house);
  const spectators = createSpectators(house, proofs);
  const { temporal, worker, mariadb } = house.crew;
  const ours: Crew = { temporal, worker, mariadb, client: OURSELVES };
  const theirs: Crew = { temporal, worker: watchPid(bare.pid, 'bare worker'), client: OURSELVES };
  return {
    bare: (load: Load) => bear(() => bare.live(), load, theirs),
    ours: async (load: Load) => {
      await layEnough(proofs, load);
      return bear(async () => orderWorkflowId(await liveReducedOrder(house, spectators)), load, ours);
    },
  };
}

function layEnough(proofs: ProofPile, { clients, rampMs, countMs }: Load): Promise<void> {
  return proofs.add(2 * clients + Math.ceil((MOST_A_SECOND * (rampMs + countMs)) / 1000));
}

type Rounds = readonly { readonly bare: Measured; readonly ours: Measured }[];

interface Tasks {
  readonly bare: number;
  readonly ours: number;
}

/**
 * Every event but workflow tasks must be the same in every history. How many tasks there are depends on who comes first: on
 * a busy machine the slower side says two things in one. The note tells it; far apart, the comparison would be none.
 */
async function requireSameHistories(client: Client, rounds: Rounds, say: Bench['say']): Promise<Tasks> {
  const [bare, ours] = [
    await sample(
      client,
      rounds.flatMap((round) => round.bare.counted),
    ),
    await sample(
      client,
      rounds.flatMap((round) => round.ours.counted),
    ),
  ];
  const [model] = bare;
  const odd = [...bare, ...ours].find(({ events }) => !isDeepStrictEqual(events, model?.events));
  if (odd) throw new Error(`The histories differ: ${JSON.stringify(model?.events)} and ${JSON.stringify(odd.events)}.`);
  const tasks: Tasks = { bare: rounded(mean(bare.map((one) => one.tasks)), 2), ours: rounded(mean(ours.map((one) => one.tasks)), 2) };
  say(`orders: ${eventsOf(model)} events beside the workflow tasks, of which bare has ${tasks.bare}, ours ${tasks.ours}`);
  if (Math.abs(tasks.bare - tasks.ours) > 0.2 * tasks.bare) throw new Error('The two sides do not take as many workflow tasks.');
  return tasks;
}

function sample(client: Client, ids: readonly string[]): Promise<readonly Census[]> {
  const step = Math.max(1, Math.floor(ids.length / SAMPLE));
  const taken = ids.filter((_id, index) => index % step === 0).slice(0, SAMPLE);
  return Promise.all(taken.map((id) => censusOf(client, id)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function eventsOf(census: Census | undefined): number {
  return Object.values(census?.events ?? {}).reduce((sum, count) => sum + count, 0);
}

function figureOf(rounds: Rounds, tasks: Tasks): Figure {
  const [ours, bare] = [mean(rounds.map((round) => round.ours.perSecond)), mean(rounds.map((round) => round.bare.perSecond))];
  return {
    figure: 'orders-beside-bare',
    value: rounded(ours, 2),
    unit: 'orders/s',
    aim: 0.7,
    beside: { what: 'bare workflow, orders/s', value: rounded(bare, 2) },
    ratio: rounded(ours / bare, 3),
    note: `one student seat each; proof files are inspected and stored before the clock starts; letters end at the SMTP listener; ${tasks.ours} workflow tasks, bare ${tasks.bare}`,
    cpu: { ...cpuOf(rounds, 'ours'), ...cpuOf(rounds, 'bare') },
  };
}

function cpuOf(rounds: Rounds, side: 'bare' | 'ours'): Readonly<Record<string, number>> {
  const names = Object.keys(rounds[0]?.[side].cpu ?? {});
  const meanOf = (name: string) => rounded(mean(rounds.map((round) => round[side].cpu[name] ?? 0)));
  return Object.fromEntries(names.map((name) => [side === 'bare' ? `bare-${name}` : name, meanOf(name)]));
}

function described({ perSecond, cpu, cores }: Measured): string {
  const parts = Object.entries(cpu).map(([name, ms]) => `${name} ${Math.round(ms)}`);
  return `${rounded(perSecond, 2)}/s (${parts.join(', ')} ms an order; ${rounded(cores, 2)} cores)`;
}
