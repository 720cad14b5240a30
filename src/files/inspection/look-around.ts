import { readFileSync, readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import type { Wall } from '../walls';

/**
 * Started as the inspecting child is, it tries what that child must not do, and answers which walls it met. The libraries
 * are asked for too: inside walls that hide them no file could be read.
 */
async function main([parent = '', itsUser = '', ...hidden]: readonly string[]): Promise<void> {
  require.resolve('sharp');
  require.resolve('@cantoo/pdf-lib');
  const met: readonly (readonly [Wall, boolean])[] = [
    ['own-user', String(process.getuid?.() ?? '') !== itsUser && !isMapped()],
    ['no-network', !(await reachesLoopback())],
    ['no-processes', !reads(`/proc/${parent}/environ`)],
    ['no-secrets', !hidden.some(reads)],
    ['no-privileges', hasNoPrivileges()],
  ];
  process.stdout.write(JSON.stringify(met.filter(([, stands]) => stands).map(([wall]) => wall)));
}

/** In a user namespace the numbers are others and the user is the same. */
function isMapped(): boolean {
  return !/^\s*0\s+0\s+4294967295\s*$/.test(readFileSync('/proc/self/uid_map', 'utf8'));
}

/** A port where nobody listens refuses at once; without a network there is no way to it. */
function reachesLoopback(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(1, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', (fault) => resolve(!('code' in fault) || fault.code === 'ECONNREFUSED'));
    socket.once('close', () => socket.destroy());
  });
}

/** Something is there to be read. */
function reads(path: string): boolean {
  try {
    return statSync(path).isDirectory() ? readdirSync(path).length > 0 : readFileSync(path).length > 0;
  } catch {
    return false;
  }
}

function hasNoPrivileges(): boolean {
  const status = readFileSync('/proc/self/status', 'utf8');
  return /^NoNewPrivs:\s*1$/m.test(status) && /^CapEff:\s*0+$/m.test(status) && /^CapBnd:\s*0+$/m.test(status);
}

void main(process.argv.slice(2));
