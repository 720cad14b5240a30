import type * as Esbuild from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What runs in a browser, each one file there with all that it imports (docs/decisions/0012). */
export const SCRIPTS = ['api-docs.js', 'door.js', 'door-alone.js', 'door-left.js', 'keep-typed.js', 'upload.js', 'wait.js'] as const;
export type ScriptName = (typeof SCRIPTS)[number];

/** As the build has made it; run from the sources, as they are now. */
export function readScript(name: ScriptName): Buffer {
  const known = read.get(name);
  if (known) return known;
  const built = join(__dirname, 'scripts', name);
  const script = existsSync(built) ? readFileSync(built) : bundleScript(name, join(__dirname, 'scripts'));
  read.set(name, script);
  return script;
}

const read = new Map<ScriptName, Buffer>();

const IN_FOLDERS: Partial<Record<ScriptName, string>> = { 'door.js': 'door/', 'door-alone.js': 'door-alone/' };

/** The build calls it once for each (local/build.mjs): production has no bundler. */
export function bundleScript(name: ScriptName, folder: string): Buffer {
  const { buildSync }: typeof Esbuild = require('esbuild');
  const { outputFiles } = buildSync({
    // The names of the sources stand in what is made: it is the same wherever that happens.
    ...{ absWorkingDir: folder, entryPoints: [`./${IN_FOLDERS[name] ?? ''}${name.replace(/js$/, 'ts')}`] },
    ...{ bundle: true, write: false, format: 'iife', target: 'es2022', charset: 'utf8' },
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
}
