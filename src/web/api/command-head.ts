import { randomUUID } from 'node:crypto';
import type { CommandHead } from '../../ports/order-runs';
import type { Secrets } from '../../ports/secrets';
import type { ApiKey } from '../../ports/staff';

interface Call {
  readonly key: ApiKey;
  readonly idempotencyKey: string | undefined;
}

/** The caller's key names the command: sent again, also to another replica, it is the same command. */
export function commandHead({ hash }: Pick<Secrets, 'hash'>): (call: Call) => CommandHead {
  return ({ key, idempotencyKey }) => {
    const name = idempotencyKey === undefined ? randomUUID() : hash(idempotencyKey).slice(0, 32);
    return { command: `api-${key.id}-${name}`, by: { role: 'api-key', id: key.id }, door: 'api' };
  };
}
