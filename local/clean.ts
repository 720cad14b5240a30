import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sayToPerson } from './say';
import { holderOf, removeStack, stackNames } from './stack-folder';

const PATIENCE_MS = 15_000;

/** Ends every stack of this checkout that runs, then removes what they kept and what was built. */
async function main(): Promise<void> {
  for (const name of stackNames()) {
    await end(name);
    removeStack(name);
  }
  for (const folder of ['.local', 'dist']) rmSync(resolve(__dirname, '..', folder), { recursive: true, force: true });
}

async function end(name: string): Promise<void> {
  const holder = holderOf(name);
  if (holder === undefined) return;
  sayToPerson(`Stopping the stack "${name}" (process ${holder}).`);
  process.kill(holder, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (holderOf(name) !== undefined) {
    if (Date.now() > deadline) throw new Error(`The stack "${name}" (process ${holder}) does not end: stop it first.`);
    await pause(100);
  }
}

main().catch((fault: unknown) => {
  sayToPerson(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
});
