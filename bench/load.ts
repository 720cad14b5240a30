import { setTimeout as pause } from 'node:timers/promises';
import type { Crew } from './processes';
import { stopwatch } from './processes';

export interface Load {
  /** How many lives go on at the same time. */
  readonly clients: number;
  readonly rampMs: number;
  /** How long is counted, once the ramp is over. */
  readonly countMs: number;
}

export interface Measured {
  readonly perSecond: number;
  readonly counted: readonly string[];
  /** Milliseconds of CPU for each life counted. */
  readonly cpu: Readonly<Record<string, number>>;
  /** Of the time counted, how much of it all those processes were computing: 2 on two cores that never waited. */
  readonly cores: number;
}

/** Lives one after the other, as many at a time as there are clients; only what ends in the steady middle is counted. */
export async function bear(live: () => Promise<string>, { clients, rampMs, countMs }: Load, crew: Crew): Promise<Measured> {
  const opening = new AbortController();
  const ended: string[] = [];
  const client = async () => {
    while (!opening.signal.aborted) ended.push(await live());
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  // A life that fails ends the measurement, not only its client.
  await Promise.race([pause(rampMs), all]);
  const [from, begin, spent] = [ended.length, performance.now(), stopwatch(crew)];
  await Promise.race([pause(countMs), all]);
  const [to, seconds, cpu] = [ended.length, (performance.now() - begin) / 1000, spent()];
  opening.abort();
  await all;
  const count = to - from;
  if (count === 0) throw new Error('Nothing ended while it was counted.');
  const total = Object.values(cpu).reduce((sum, ms) => sum + ms, 0);
  return {
    perSecond: count / seconds,
    counted: ended.slice(from, to),
    cpu: Object.fromEntries(Object.entries(cpu).map(([name, ms]) => [name, ms / count])),
    cores: total / 1000 / seconds,
  };
}
