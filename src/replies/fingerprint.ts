import { createHash } from 'node:crypto';
import { headEnd } from './headers';
import type { ReadMail } from './read-mail';

/**
 * The dedupe key: the same mail to the same secret is one event, to two of our addresses two. Written only after
 * authentication, or a forged mail could burn an id.
 */
export function dedupeKey(tokenHash: string, mail: Pick<ReadMail, 'messageId'>, raw: Buffer): string {
  const id = mail.messageId ?? `sha256:${sha256(belowTrace(raw))}`;
  return sha256(Buffer.from(`${tokenHash}\n${id}`));
}

/** Hosts add headers on top at every hand-over; what the sender wrote begins under the last of them. */
function belowTrace(raw: Buffer): Buffer {
  const head = raw.subarray(0, headEnd(raw)).toString('latin1');
  const trace =
    /(?:^|\n)(?:received|delivered-to|return-path|x-original-to|envelope-to|authentication-results|received-spf)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*\n/gim;
  let start = 0;
  for (const match of head.matchAll(trace)) start = match.index + match[0].length;
  return raw.subarray(start);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
