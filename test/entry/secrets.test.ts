import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/entry/config';

const dir = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const rest = {
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:2525',
  IMAP_URL: 'imap://validation%40theatre.example:swordfish@127.0.0.1:1143',
  PROOF_DIR: 'proofs',
  PUBLIC_URL: 'https://billets.theatre.example/',
  PAYMENT_PROVIDER: 'sandbox',
};
const complete = { ...rest, DATABASE_URL: 'mysql://user:swordfish@127.0.0.1:3306/contremarque', MASTER_KEY: 'ab'.repeat(32) };

function fileOf(name: string, content: string): string {
  const path = join(dir, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

it('a secret may lie in a file, with the end of line of an editor', () => {
  const MASTER_KEY_FILE = fileOf('master.key', `${'cd'.repeat(32)}\n`);
  const DATABASE_URL_FILE = fileOf('database.url', complete.DATABASE_URL);
  const config = readConfig({ ...rest, MASTER_KEY_FILE, DATABASE_URL_FILE });
  expect(config).toMatchObject({ MASTER_KEY: 'cd'.repeat(32), DATABASE_URL: complete.DATABASE_URL });
  expect(config.secretFiles).toEqual([MASTER_KEY_FILE, DATABASE_URL_FILE]);
});

it.each([
  ['a file that is not there', { ...rest, DATABASE_URL: complete.DATABASE_URL, MASTER_KEY_FILE: '/nowhere/master.key' }, 'cannot be read'],
  ['a file beside the secret itself', { ...complete, MASTER_KEY_FILE: '/nowhere/master.key' }, 'keep one of them'],
])('%s is told, once, and no value', (_what, environment, words) => {
  expect(() => readConfig(environment)).toThrow(words);
  expect(() => readConfig(environment)).not.toThrow('abab');
});

/** A process that stays, as Linux shows it to others. */
const STAYS = `
  const { readConfigOnce } = require('./src/entry/config.ts');
  const { readFileSync } = require('node:fs');
  const config = readConfigOnce();
  const shown = readFileSync('/proc/self/environ', 'latin1');
  process.stdout.write(JSON.stringify({ key: config.MASTER_KEY.length, visible: config.secretsVisible, swordfish: /swordfish|abababab/.test(shown),
    left: ['MASTER_KEY', 'DATABASE_URL', 'IMAP_URL'].filter((name) => process.env[name] !== undefined), public: shown.includes('PUBLIC_URL=https://billets') }));`;

it('once read, no secret is left in the environment of a process that stays', () => {
  const env = { PATH: process.env['PATH'], ...complete };
  const { stdout } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '-e', STAYS], {
    env,
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
  });
  expect(JSON.parse(stdout)).toEqual({ key: 64, visible: false, swordfish: false, left: [], public: true });
});
