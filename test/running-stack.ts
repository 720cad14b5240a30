import { startStack, type Stack } from '../local/stack';
import { holderOf, removeStack, stackNames } from '../local/stack-folder';
import { migrateOnce } from './mysql/fresh-database';

let running: Stack | undefined;

/** One stack for all test files. Its name holds our process, so that two runs in one checkout do not meet. */
export async function startTestStack(): Promise<void> {
  sweepAbandoned();
  running = await startStack({ name: `test-${process.pid}`, headless: true });
  Object.assign(process.env, running.env); // jest's workers inherit it
  await migrateOnce();
}

export async function stopTestStack(): Promise<void> {
  await running?.stop();
  if (running !== undefined) removeStack(running.name);
}

// A run that was killed could not clear its folder away.
function sweepAbandoned(): void {
  const abandoned = stackNames().filter((name) => name.startsWith('test-') && holderOf(name) === undefined);
  for (const name of abandoned) removeStack(name);
}
