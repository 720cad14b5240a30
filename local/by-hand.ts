import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROGRAM } from './app';

/** How a person runs one command of the program on the stack in `dir`: its settings are written there, for a shell to read. */
export function byHand(dir: string, env: NodeJS.ProcessEnv): string {
  const file = join(dir, 'settings.sh');
  const own = Object.entries(env).filter(([name, value]) => value !== process.env[name]);
  writeFileSync(file, own.map(([name, value = '']) => `export ${name}=${quoted(value)}\n`).join(''), { mode: 0o600 });
  return `( . ${quoted(resolve(file))} && ${PROGRAM} order show REF )`;
}

/** As one word of a shell. */
function quoted(text: string): string {
  return /^[\w./:@%-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
