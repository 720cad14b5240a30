import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Exit codes and first words of the program, as docs/contracts.md promises them. */
function contremarque(...args: string[]) {
  return contremarqueWith({}, ...args);
}

function contremarqueWith(settings: NodeJS.ProcessEnv, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join('src', 'entry', 'cli.ts'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...settings },
    input: '',
  });
  return { status, stdout, stderr };
}

test('help is no mistake', () => {
  expect(contremarque('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('orders') });
});

test.each([
  [['nonsense'], 'unknown command'],
  [['mail', 'explain'], 'missing required argument'],
  [['mail', 'explain', '--seats', '0', 'x.eml'], 'whole number from 1'],
  [['migrate'], 'DATABASE_URL: is missing'],
  [['staff', 'add', '--name', 'A', '--email', 'bad', '--role', 'admin'], "'bad' is invalid. Give an e-mail address"],
  [['staff', 'add', '--name', 'A', '--email', 'a@theatre.example', '--role', 'boss'], 'Allowed choices are reviewer, cashier, admin'],
  [['staff', 'add', '--name', '', '--email', 'a@theatre.example', '--role', 'admin'], 'Give a name on one line'],
  [['staff', 'retire', 'bad'], 'Give an e-mail address'],
  [['api-key', 'add', '--name', 'A', '--role', 'boss'], 'Allowed choices are reviewer, cashier, admin'],
  [['api-key', 'revoke', 'first'], 'Give a whole number from 1'],
  [['order', 'show', '12'], 'Give a reference'],
  [['order', 'renew-link', '7K2M'], 'Give a reference'],
  [['mail', 'probe', '--from', 'bad'], 'Give an e-mail address'],
  [['seed', '--authserv-id', 'two words'], 'Give the name of a host'],
])('%j is wrong use or a missing setting: 2, and what is wrong', (args, words) => {
  const { status, stderr } = contremarque(...args);
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(words) });
  expect(stderr).not.toMatch(/Invalid (?:input|option|URL)|expected string/);
});

const SETTINGS = {
  DATABASE_URL: 'mysql://nobody@127.0.0.1:1/nothing',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  IMAP_URL: 'imap://127.0.0.1:1',
  PROOF_DIR: 'proofs',
  MASTER_KEY: 'ab'.repeat(32),
  PUBLIC_URL: 'http://127.0.0.1:8080',
};

test('a password that is too short is wrong use', () => {
  const person = ['--name', 'A', '--email', 'a@theatre.example', '--role', 'admin'];
  expect(contremarqueWith(SETTINGS, 'staff', 'add', ...person)).toMatchObject({ status: 2, stderr: expect.stringContaining('password') });
});

test('a database that does not answer is a fault, and told', () => {
  expect(contremarqueWith(SETTINGS, 'migrate')).toMatchObject({ status: 1, stderr: expect.stringContaining('ECONNREFUSED') });
});

test('a file that is not there is a fault, and the others are still explained', () => {
  const name = join('test', 'mails', 'README.md');
  const { status, stdout, stderr } = contremarque('mail', 'explain', 'not-there.eml', name);
  expect(status).toBe(1);
  expect(stderr).toContain('not-there.eml');
  expect(JSON.parse(stdout)).toMatchObject({ file: name, machine: null, token: 'unchecked', sender: 'unchecked' });
});

test('a reader that goes away ends no command', () => {
  const file = join('test', 'mails', 'accentless-approve.eml');
  const program = `"${process.execPath}" --import tsx ${join('src', 'entry', 'cli.ts')} mail explain ${file} ${file}`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${program} | true; echo "\${PIPESTATUS[0]}"`], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
});
