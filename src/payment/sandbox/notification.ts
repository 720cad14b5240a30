import { sign, verify } from 'node:crypto';
import { cents } from '../../domain/money';
import { Refusal } from '../../domain/refusal';
import type { PaymentNotification } from '../../ports/sale/payments';

const MARK = '&signature=';
const BODY = /^reference=([^&]+)&amount=(\d{1,9})&currency=([A-Z]{3})&result=(paid|refused)&transaction=([A-Za-z0-9-]{1,64})&at=([^&]+)$/;

/** The body that the provider posts: Ed25519 over the raw bytes before `&signature=` (docs/contracts.md). */
export function signedNotification(notification: PaymentNotification & { readonly at: string }, privateKeyPem: string): string {
  const { reference, amount, currency, result, transaction, at } = notification;
  const fields: [string, string][] = Object.entries({ reference, amount: `${amount}`, currency, result, transaction, at });
  const body = new URLSearchParams(fields).toString();
  return `${body}${MARK}${sign(undefined, Buffer.from(body), privateKeyPem).toString('base64url')}`;
}

/** Judged on the bytes as they came: what is parsed is exactly what was signed. Refuses with `payment-forged`. */
export function readNotification(rawBody: string, publicKeyPem: string): PaymentNotification {
  const at = rawBody.lastIndexOf(MARK);
  const body = rawBody.slice(0, Math.max(at, 0));
  const signature = Buffer.from(rawBody.slice(at + MARK.length), 'base64url');
  if (at < 0 || !verify(undefined, Buffer.from(body), publicKeyPem, signature)) {
    throw new Refusal('payment-forged', 'The signature of a payment notification does not match.');
  }
  const [, reference = '', amount = '', currency = '', result, transaction = ''] = BODY.exec(body) ?? [];
  if (reference === '' || !isEncoded(reference)) throw new Refusal('payment-forged', 'A signed payment notification has an unknown form.');
  if (currency !== 'EUR') throw new Refusal('payment-wrong-amount', `A payment in ${currency}.`, { currency });
  return {
    reference: decodeURIComponent(reference),
    amount: cents(Number(amount)),
    currency,
    result: result === 'paid' ? 'paid' : 'refused',
    transaction,
  };
}

function isEncoded(text: string): boolean {
  try {
    return decodeURIComponent(text) !== '';
  } catch (fault) {
    if (fault instanceof URIError) return false;
    throw fault;
  }
}
