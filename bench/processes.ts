import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc (USER_HZ): 100 on every Linux that Node runs on. */
const TICKS = 100;

/** A process of the stack, found among those that this one has started. */
export interface Watched {
  readonly pid: number;
  /** CPU spent so far, in milliseconds, with that of the children it has waited for. */
  cpu(): number;
  /** Anonymous memory in use, in bytes. */
  memory(): number;
}

/** The one descendant of ours whose command line holds those words. */
export function watch(words: string): Watched {
  const found = descendantsOf(process.pid).filter((pid) => commandLine(pid).includes(words));
  const [pid] = found;
  if (pid === undefined) throw new Error(`No process of ours runs « ${words} ».`);
  return watchPid(pid, words);
}

export function watchPid(pid: number, name: string): Watched {
  const look = <T>(read: () => T): T => {
    try {
      return read();
    } catch (fault) {
      throw new Error(`« ${name} » (process ${pid}) has ended while it was measured.`, { cause: fault });
    }
  };
  return { pid, cpu: () => look(() => cpuOf(pid)), memory: () => look(() => memoryOf(pid)) };
}

export type Crew = Readonly<Record<string, Pick<Watched, 'cpu'>>>;

/** Milliseconds of CPU that each has spent since. */
export function stopwatch(crew: Crew): () => Readonly<Record<string, number>> {
  const before = spent(crew);
  return () => Object.fromEntries(Object.entries(spent(crew)).map(([name, ms]) => [name, ms - (before[name] ?? 0)]));
}

/** This very process. */
export const OURSELVES: Pick<Watched, 'cpu'> = {
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

function spent(crew: Crew): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(crew).map(([name, member]) => [name, member.cpu()]));
}

/** proc(5): utime, stime, cutime and cstime are fields 14 to 17, counted behind the name in brackets. */
function cpuOf(pid: number): number {
  const ticks = fieldsOf(pid)
    .slice(11, 15)
    .reduce((sum, field) => sum + Number(field), 0);
  return (ticks * 1000) / TICKS;
}

function memoryOf(pid: number): number {
  const [, kilobytes] = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error(`The kernel does not tell the memory of process ${pid}.`);
  return Number(kilobytes) * 1024;
}

function descendantsOf(ancestor: number): readonly number[] {
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]));
  const comesFromUs = (pid: number | undefined): boolean => pid !== undefined && (pid === ancestor || comesFromUs(parents.get(pid)));
  return [...parents.keys()].filter((pid) => pid !== ancestor && comesFromUs(pid));
}

function processes(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(fieldsOf(pid)[1]);
  } catch {
    return undefined; // gone since the folder was read
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return ''; // gone since
  }
}

function fieldsOf(pid: number): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
