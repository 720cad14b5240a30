import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { removeHome } from './account';

const ROOT = resolve(__dirname, '..', '.local');
const HOMES = ['mariadb', 'dovecot', 'temporal'];

/** The stack's folder, which nobody else uses until the answer is called: two stacks of one name would fight for the same files. */
export function takeFolder(name: string): { readonly dir: string; readonly release: () => void } {
  const dir = stackFolder(name);
  const holder = holderOf(name);
  if (holder !== undefined)
    throw new Error(`The stack "${name}" is already running (process ${holder}): stop it first, or take another name.`);
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'pid');
  writeFileSync(file, `${process.pid} ${startOf(process.pid)}`);
  return { dir, release: () => rmSync(file, { force: true }) };
}

function stackFolder(name: string): string {
  return join(ROOT, name);
}

/** The living process that runs the stack. A number alone would not do: the kernel gives it to another process one day. */
export function holderOf(name: string): number | undefined {
  try {
    const [pid, start] = readFileSync(join(stackFolder(name), 'pid'), 'utf8').split(' ');
    return startOf(Number(pid)) === start ? Number(pid) : undefined;
  } catch {
    return undefined; // no such file, or a process that is gone
  }
}

/** Removes all that a stopped stack has kept. */
export function removeStack(name: string): void {
  for (const home of HOMES) removeHome(join(stackFolder(name), home));
  rmSync(stackFolder(name), { recursive: true, force: true });
}

export function stackNames(): readonly string[] {
  try {
    return readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return []; // nothing was ever started here
  }
}

/** When a process started, in the kernel's ticks: field 22 of proc(5), counted behind the name in brackets, which may hold spaces. */
function startOf(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
