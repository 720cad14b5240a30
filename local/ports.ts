import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { sayToPerson } from './say';

// Below the range from which the kernel takes the ports of outgoing connections (32768 and up on Linux). Above it a client that keeps
// dialling a killed server can be given that very port, connect to itself, and so keep the server from coming back.
const FIRST = 20_000;
const LAST = 31_999;
const ATTEMPTS = 200;

/** A port of the loopback interface that nobody listens on. `preferred` is taken when it is free, so that an address stays the same. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await isFree(preferred))) return preferred;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST + 1));
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port found between ${FIRST} and ${LAST} on 127.0.0.1 after ${ATTEMPTS} attempts.`);
}

/**
 * Starts something on a free port. Between the moment a port is found and the moment the server takes it another program may have been
 * quicker: then the next port is tried.
 */
export async function onFreePort<T>(start: (port: number) => Promise<T>, preferred?: number): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(preferred);
    if (preferred !== undefined && port !== preferred) sayToPerson(`Port ${preferred} is taken: ${port} it is.`);
    try {
      return await start(port);
    } catch (fault) {
      if (attempt === 3 || !isPortTaken(fault)) throw fault;
      sayToPerson(`Port ${port} was taken by another program that was quicker: another port is tried.`);
    }
  }
}

/**
 * Whether it is this very process that listens there: another program on the port answers too. Linux: proc(5), /proc/net/tcp and
 * /proc/PID/fd.
 */
export function listensOn(pid: number, port: number): boolean {
  const listening = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => readFileSync(table, 'utf8').split('\n').map(columnsOf));
  const inodes = listening.filter(({ at, state }) => state === LISTENS && Number.parseInt(at, 16) === port).map(({ inode }) => inode);
  return readdirSync(`/proc/${pid}/fd`).some((name) => inodes.includes(socketOf(`/proc/${pid}/fd/${name}`)));
}

const LISTENS = '0A';

function columnsOf(line: string) {
  const columns = line.trim().split(/\s+/);
  return { at: columns[1]?.split(':')[1] ?? '', state: columns[3], inode: columns[9] ?? 'none' };
}

function socketOf(file: string): string {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(file))?.[1] ?? '';
  } catch {
    return ''; // closed since it was listed
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function isPortTaken(fault: unknown): boolean {
  return fault instanceof Error && /address already in use|EADDRINUSE|errno: ?98/i.test(fault.message);
}
