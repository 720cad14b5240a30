import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// An ordinary user's PATH often lacks the folders where Debian puts servers, and a new Go its own.
const ALSO = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/usr/local/go/bin'];

/** The first file of this name on PATH, or where servers are put, that we may run. */
export function findOnPath(name: string, given: NodeJS.ProcessEnv = process.env): string | undefined {
  return foldersOf(given)
    .map((folder) => join(folder, name))
    .find((path) => isExecutable(path));
}

export function isExecutable(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // there, but not ours to run
  }
}

/** The environment with a PATH on which servers are found. */
export function withServersOnPath(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: foldersOf(process.env).join(delimiter) };
}

function foldersOf(given: NodeJS.ProcessEnv): readonly string[] {
  return [...(given['PATH'] ?? '').split(delimiter), ...ALSO].filter((folder) => folder !== '');
}
