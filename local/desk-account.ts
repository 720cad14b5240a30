import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PROGRAM } from './app';

/** Somebody who may do everything at the desk of the stack in `dir`: made once, and told again at each start. */
export async function deskAccount(dir: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const file = join(dir, 'desk-account.txt');
  if (!existsSync(file)) writeFileSync(file, (await newAccount(env)).join('\n'), { mode: 0o600 });
  return readFileSync(file, 'utf8').split('\n');
}

async function newAccount(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const password = randomBytes(12).toString('base64url');
  // One killed before it was told must not be in the way of the next.
  const email = `accueil-${randomBytes(2).toString('hex')}@theatre-des-mariniers.example`;
  const person = ['--name', 'Accueil', '--email', email, '--role', 'admin'];
  const adding = promisify(execFile)(process.execPath, [PROGRAM, 'staff', 'add', ...person], { env });
  adding.child.stdin?.end(password);
  const [codes = ''] = /otpauth:\S+/.exec((await adding).stdout) ?? [];
  return [`${email}, password ${password}`, `one-time codes by any authenticator: ${codes}`];
}
