import { cents } from '../../src/domain/money';
import { deriveKeyPair } from '../../src/entry/keys';
import { signedNotification } from '../../src/payment/sandbox/notification';
import type { Program } from './program';

export interface Told {
  readonly reference: string;
  readonly amount: number;
  readonly transaction: string;
  readonly currency?: string;
  readonly result?: 'paid' | 'refused';
}

export interface Heard {
  readonly status: number;
  readonly body: unknown;
}

/** What the payment provider's server would say of a payment, signed with its key. */
export function said({ world, config }: Program, { amount, currency = 'EUR', result = 'paid', ...told }: Told): string {
  const at = world.clock.now();
  return signedNotification(
    { ...told, at, amount: cents(amount), currency, result },
    deriveKeyPair(config.MASTER_KEY, 'sandbox-notifications').privateKeyPem,
  );
}

/** From server to server, as the hosted page does it and as anybody else could. */
export async function notifies({ url }: Program, body: string): Promise<Heard> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(`${url}/hooks/payments/sandbox`, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.json() };
}
