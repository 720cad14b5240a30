import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/**
 * Takes variables out of this process: out of `environment`, and out of the memory that Linux shows to others as
 * /proc/<pid>/environ, which deleting alone leaves as it was. Answers whether nothing is seen of them any more.
 */
export function forgetVariables(environment: NodeJS.ProcessEnv, names: readonly string[]): boolean {
  for (const name of names) delete environment[name];
  try {
    if (names.some((name) => shows(name))) wipe(names);
    return !names.some((name) => shows(name));
  } catch {
    // No Linux, or a kernel that lets nobody write there: deleted is all that can be had.
    return false;
  }
}

/** A value that was wiped has no byte left. */
function shows(name: string): boolean {
  const entry = readFileSync('/proc/self/environ', 'latin1')
    .split('\0')
    .find((one) => one.startsWith(`${name}=`));
  return entry !== undefined && entry.length > name.length + 1;
}

/** The strings of the environment lie on the stack, between two addresses that the kernel tells (proc(5), stat, 50 and 51). */
function wipe(names: readonly string[]): void {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [start, end] = [Number(fields[47]), Number(fields[48])];
  const memory = openSync('/proc/self/mem', 'r+');
  try {
    const entries = Buffer.alloc(end - start);
    readSync(memory, entries, 0, entries.length, start);
    for (const { at, length } of valuesIn(entries, names)) writeSync(memory, Buffer.alloc(length), 0, length, start + at);
  } finally {
    closeSync(memory);
  }
}

function valuesIn(entries: Buffer, names: readonly string[]): readonly { readonly at: number; readonly length: number }[] {
  const found: { readonly at: number; readonly length: number }[] = [];
  for (let at = 0; at < entries.length;) {
    const end = entries.indexOf(0, at) === -1 ? entries.length : entries.indexOf(0, at);
    const entry = entries.toString('latin1', at, end);
    const name = names.find((one) => entry.startsWith(`${one}=`));
    if (name) found.push({ at: at + name.length + 1, length: entry.length - name.length - 1 });
    at = end + 1;
  }
  return found;
}
