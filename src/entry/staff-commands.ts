import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { ROLES } from '../ports/staff';
import { line } from '../web/typed-text';
import { createStaffCredentials } from '../web/desk/staff-credentials';
import type { Config } from './config';
import { createWorld } from './wire';

const Person = z.object({ name: line(120), email: z.email(), role: z.enum(ROLES) });
const Key = Person.pick({ name: true, role: true });
const SHORTEST_PASSWORD = 12;

export async function addStaff(config: Config, typed: Record<string, string>): Promise<void> {
  const { name, email, role } = Person.parse(typed);
  const password = (await text(process.stdin)).trim();
  if (password.length < SHORTEST_PASSWORD)
    throw new Error(`The password has at least ${SHORTEST_PASSWORD} characters; give it on standard input.`);
  const world = createWorld(config);
  try {
    const credentials = createStaffCredentials();
    const totpSecret = credentials.newCodeSecret();
    const passwordHash = await credentials.hashPassword(password);
    await world.staff.add({ name, email: email.toLowerCase(), role, passwordHash, totpSecret });
    process.stdout.write(`${name} may sign in. For the one-time codes, once:\n${credentials.codeAddress(totpSecret, email)}\n`);
  } finally {
    await world.close();
  }
}

/** Prints the key alone, so that a program can take it. Only its hash is kept. */
export async function addApiKey(config: Config, typed: Record<string, string>): Promise<void> {
  const { name, role } = Key.parse(typed);
  const world = createWorld(config);
  try {
    const key = `cmk_${randomBytes(24).toString('base64url')}`;
    await world.staff.addApiKey({ name, role, hash: world.secrets.hash(key), at: world.clock.now() });
    process.stdout.write(`${key}\n`);
  } finally {
    await world.close();
  }
}
