import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A wire between the program and its mail host, on which things go wrong on demand. */
export interface FaultyLine {
  readonly port: number;
  /** How many connections were made through it. */
  readonly connections: () => number;
  /** From now on every byte is dropped, both ways, and nobody is told. */
  swallow(): void;
  /** Bytes pass again on new connections. */
  mend(): void;
  /** Every connection ends with a reset. */
  reset(): void;
  close(): Promise<void>;
}

export async function faultyLine(target: string): Promise<FaultyLine> {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  let swallowing = false;
  let made = 0;
  const server = createServer((near) => {
    made += 1;
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(one);
      one.on('data', (bytes) => {
        if (!swallowing) other.write(bytes);
      });
      one.on('error', () => other.destroy());
      one.on('close', () => {
        ends.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port.');
  const reset = () => {
    for (const end of ends) end.resetAndDestroy();
  };
  return {
    port: address.port,
    connections: () => made,
    swallow: () => {
      swallowing = true;
    },
    mend: () => {
      swallowing = false;
    },
    reset,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        reset();
      }),
  };
}

/** The same mailbox, reached through the line. */
export function through(line: FaultyLine, url: string): string {
  const there = new URL(url);
  there.hostname = '127.0.0.1';
  there.port = String(line.port);
  return there.href;
}
