import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { letterKey, type LetterName } from '../src/domain/letter';

/** Where every letter of the bench arrives: a real SMTP listener that takes what it is given and keeps nothing. */
export interface LetterBox {
  readonly url: string;
  /** Asked before the letter is caused. Resolves with the raw mail once it has been taken. */
  expect(letter: LetterName): Promise<Buffer>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;

export async function openLetterBox(): Promise<LetterBox> {
  const awaited = new Map<string, (raw: Buffer) => void>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => void answer(stream, done),
  });
  server.on('error', (fault) => process.stderr.write(`Letter box: ${fault.message}\n`));
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(server)}`,
    expect: (letter) => {
      const id = idOf(letterKey(letter));
      return new Promise((arrived, fail) => {
        const late = setTimeout(() => fail(new Error(`The letter ${letterKey(letter)} has not come.`)), PATIENCE_MS);
        awaited.set(id, (raw) => {
          clearTimeout(late);
          arrived(raw);
        });
      });
    },
    close: () => new Promise((done) => server.close(() => done())),
  };

  async function answer(stream: SMTPServerDataStream, done: (fault?: Error | null, message?: string) => void): Promise<void> {
    try {
      const raw = await take(stream);
      done(null, 'Taken');
      hand(raw);
    } catch (fault) {
      done(fault instanceof Error ? fault : new Error(String(fault)));
    }
  }

  /** Every letter names its key in its Message-ID (src/letters/message-id.ts). */
  function hand(raw: Buffer): void {
    const [, id = ''] = /^Message-ID:\s*<l\.([0-9a-f]{20})/im.exec(raw.subarray(0, 4096).toString('latin1')) ?? [];
    awaited.get(id)?.(raw);
    awaited.delete(id);
  }
}

function idOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 20);
}

function portOf(server: SMTPServer): number {
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The letter box listens nowhere.');
  return address.port;
}

async function take(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
