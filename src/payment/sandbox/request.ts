import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PaymentRequest } from '../../ports/sale/payments';
import type { Language } from '../../domain/language';
import { LANGUAGES } from '../../domain/language';
import { cents } from '../../domain/money';

const FIELDS = ['reference', 'amount', 'currency', 'language', 'description', 'returnUrl', 'notifyUrl'] as const;

/**
 * What the shop asks the sandbox to collect, as a query that the shop has signed: all fields in this order, HMAC-SHA512
 * over `name=value&…` with raw values, upper-case hexadecimal, as Paybox has it (docs/domain.md 7.1).
 */
export function signedQuery(request: PaymentRequest, hmacKey: string): string {
  const values = valuesOf(request);
  const query = new URLSearchParams(FIELDS.map((name): [string, string] => [name, values[name]]));
  query.append('hmac', hmacOf(values, hmacKey));
  return query.toString();
}

/** `undefined`: not signed by the shop, or altered since. */
export function readSignedQuery(query: URLSearchParams, hmacKey: string): PaymentRequest | undefined {
  const values = Object.fromEntries(FIELDS.map((name) => [name, query.get(name) ?? '']));
  const expected = Buffer.from(hmacOf(values, hmacKey));
  const given = Buffer.from(query.get('hmac') ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const { reference = '', amount = '', description = '', returnUrl = '', notifyUrl = '' } = values;
  return { reference, amount: cents(Number(amount)), language: languageIn(values['language']), description, returnUrl, notifyUrl };
}

function valuesOf(request: PaymentRequest): Readonly<Record<(typeof FIELDS)[number], string>> {
  const { reference, amount, language, description, returnUrl, notifyUrl } = request;
  return { reference, amount: `${amount}`, currency: 'EUR', language, description, returnUrl, notifyUrl };
}

function hmacOf(values: Readonly<Record<string, string>>, hmacKey: string): string {
  const signed = FIELDS.map((name) => `${name}=${values[name] ?? ''}`).join('&');
  return createHmac('sha512', Buffer.from(hmacKey, 'hex')).update(signed, 'utf8').digest('hex').toUpperCase();
}

function languageIn(value: string | undefined): Language {
  return LANGUAGES.find((language) => language === value) ?? 'fr';
}
