import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where what was built or downloaded once is kept, so that a second clone starts in seconds. */
export function cacheFolder(given: NodeJS.ProcessEnv = process.env): string {
  const base = given['XDG_CACHE_HOME'] || join(given['HOME'] || homedir(), '.cache');
  return join(base, 'contremarque');
}
