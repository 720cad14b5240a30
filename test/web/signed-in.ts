import { createHmac, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { deriveKey } from '../../src/entry/keys';
import { createSessions } from '../../src/mysql/access/sessions';
import type { Role } from '../../src/ports/staff';

/** The cookie of somebody of the venue who has signed in just now, and who. */
export async function signedIn(knex: Knex, { masterKey, role }: { readonly masterKey: string; readonly role: Role }) {
  const id = randomBytes(12).toString('hex');
  const person = { name: 'Nadia Ferrand', email: `${id}@mariniers.example`, role, password_hash: 'x', totp_secret: 'x' };
  const [staff = 0]: readonly number[] = await knex('staff').insert(person);
  const content = { cookie: { originalMaxAge: 3_600_000, path: '/' }, staff: { id: staff, since: new Date().toISOString(), version: 1 } };
  await createSessions({ knex }).keep(id, { content: JSON.stringify(content), seconds: 3600, staff });
  const signature = createHmac('sha256', deriveKey(masterKey, 'sessions').toString('hex')).update(id).digest('base64').replace(/=+$/, '');
  return { staff, cookie: `contremarque=${encodeURIComponent(`s:${id}.${signature}`)}` };
}
