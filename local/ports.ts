import { createServer } from 'node:net';

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
export async function onFreePort<T>(start: (port: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await freePort());
    } catch (fault) {
      if (attempt === 3 || !isPortTaken(fault)) throw fault;
    }
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
