import { parentPort } from 'node:worker_threads';
import { understand } from './understand';
import type { MailWords, Understood } from './understand';
import { readMail } from './read-mail';
import type { ReadMail } from './read-mail';

export type Question =
  | { readonly kind: 'read'; readonly raw: Uint8Array }
  | { readonly kind: 'understand'; readonly words: MailWords; readonly listed?: readonly number[] | undefined };

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly mail: ReadMail }
  | { readonly kind: 'understand'; readonly understood: Understood }
  | { readonly kind: 'fault'; readonly message: string };

parentPort?.on('message', (question: Question) => {
  void answer(question).then(tell);
});
// The first reading compiles every pattern of the grammar: not on the time of a mail.
understand({ subject: '', text: 'OUI 1, NON 2 illisible', attachments: [] });
tell({ kind: 'ready' });

async function answer(question: Question): Promise<Answer> {
  try {
    if (question.kind === 'read') return { kind: 'read', mail: await readMail(Buffer.from(question.raw)) };
    return { kind: 'understand', understood: understand(question.words, question.listed) };
  } catch (error) {
    // Handed to the caller, who throws it there: a thread has nobody to tell.
    return { kind: 'fault', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function tell(given: Answer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread, not a window
  parentPort?.postMessage(given);
}
