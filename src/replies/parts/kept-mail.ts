import { essentialMail } from './essential-mail';

const SMALL = 128 * 1024;
const SMALLEST = 32 * 1024;
const MOST_OF_A_STRANGER = 48 * 1024;

/** What is kept of any mail before it is judged: the same bytes, or its headers and texts with the beginning of the rest. */
export function keptToJudge(raw: Buffer): Buffer {
  return raw.length <= SMALL ? raw : essentialMail(raw, { text: SMALL / 2, other: 4096 }).raw.subarray(0, SMALL);
}

/** Of a mail that nobody vouches for: its headers and the first part of its text. */
export function keptOfAStranger(raw: Buffer): Buffer {
  return raw.length <= SMALLEST ? raw : essentialMail(raw, { text: SMALLEST / 2, other: 0 }).raw.subarray(0, MOST_OF_A_STRANGER);
}
