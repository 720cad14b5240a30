import type { ReviewKey } from '../../src/ports/mail/inbound-mail';
import type { Secrets } from '../../src/ports/secrets';
import { SOPHIE } from '../people';

export const MAILS = 60;
export const POISON = 'cannot be read by anybody';
/** What our own mail host writes on top of a mail (local/authentication-results.ts). */
export const HOST = { mode: 'ar', authservId: 'mx.demo.local' } as const;

/** The order that reply `no` is about. */
export function orderOf(no: number): string {
  return `7K2M-${String(no).padStart(4, '0')}`;
}

/** Base32 has neither 0 nor 1. */
export function tokenOf(no: number): string {
  return `reply${String.fromCodePoint(97 + Math.floor(no / 26), 97 + (no % 26))}`.padEnd(32, 'x');
}

export function replyKeys(secrets: Pick<Secrets, 'hash'>): ReadonlyMap<string, ReviewKey> {
  const about = { review: 1, seats: [1], seatsInOrder: 1, venueId: 1, state: 'open' } as const;
  const asked = { reviewer: SOPHIE.id, reviewerName: SOPHIE.name, addresses: [SOPHIE.address], colleagues: [] };
  return new Map(Array.from({ length: MAILS }, (_, no) => [secrets.hash(tokenOf(no)), { order: orderOf(no), ...about, ...asked }]));
}

export function replyNo(no: number): string {
  const head = [`From: ${SOPHIE.address}`, `Subject: Re: ${orderOf(no)}`, `Message-ID: <reply-${no}@theatre-des-mariniers.example>`];
  return [...head, '', no % 3 ? 'OUI' : 'NON illisible', ''].join('\r\n');
}
