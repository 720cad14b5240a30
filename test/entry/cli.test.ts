import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freshDatabase } from '../mysql/fresh-database';

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
  [['staff', 'add', '--name', 'A', '--email', 'a.roussel@gmial.con', '--role', 'admin'], 'Did you mean a.roussel@gmail.com?'],
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

const RECORD = ['DATABASE_URL'] as const;
const SECRETS = [...RECORD, 'MASTER_KEY'] as const;
const LETTERS = [...SECRETS, 'SMTP_URL', 'PUBLIC_URL'] as const;

describe('a command asks for the settings that it uses, and for no others', () => {
  it.each<readonly [readonly string[], readonly (keyof typeof SETTINGS)[]]>([
    [['migrate'], ['DATABASE_URL']],
    [['seed'], ['DATABASE_URL']],
    [['order', 'show', '7K2M-4Q9T'], RECORD],
    [['order', 'renew-link', '7K2M-4Q9T'], LETTERS],
    [
      ['orders', 'resume'],
      [...RECORD, 'TEMPORAL_ADDRESS'],
    ],
    [['staff', 'list'], RECORD],
    [['staff', 'add', '--name', 'A', '--email', 'a@theatre.example', '--role', 'admin'], SECRETS],
    [['staff', 'retire', 'a@theatre.example'], RECORD],
    [['staff', 'restore', 'a@theatre.example'], RECORD],
    [['staff', 'invite', 'a@theatre.example'], LETTERS],
    [['api-key', 'add', '--name', 'A', '--role', 'admin'], RECORD],
    [['api-key', 'list'], RECORD],
    [['api-key', 'revoke', '1'], RECORD],
    [['api-key', 'restore', '1'], RECORD],
    [
      ['mail', 'probe'],
      ['SMTP_URL', 'IMAP_URL'],
    ],
  ])('%j', (args, names) => {
    const asked = contremarque(...args);
    expect(asked.status).toBe(2);
    expect(new Set([...asked.stderr.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name))).toEqual(new Set(names));
    // Another setting that is wrong is not in its way.
    const own = Object.fromEntries(names.map((name) => [name, SETTINGS[name]]));
    const given = contremarqueWith({ ...own, LOG_LEVEL: 'silent', HOLD_SECONDS: 'never' }, ...args);
    expect(given.stderr).toMatch(/does not answer|ECONNREFUSED|^The password has/);
  });
});

test('a password that is too short is wrong use', () => {
  const person = ['--name', 'A', '--email', 'a@theatre.example', '--role', 'admin'];
  expect(contremarqueWith(SETTINGS, 'staff', 'add', ...person)).toMatchObject({ status: 2, stderr: expect.stringContaining('password') });
});

test('a database that does not answer is a fault, and told', () => {
  expect(contremarqueWith(SETTINGS, 'migrate')).toMatchObject({ status: 1, stderr: expect.stringContaining('ECONNREFUSED') });
});

test('what does not answer is named by its setting', () => {
  expect(contremarqueWith(SETTINGS, 'staff', 'list')).toMatchObject({ status: 1, stderr: 'DATABASE_URL: the database does not answer (ECONNREFUSED).\n' }); // prettier-ignore
  const probed = contremarqueWith(SETTINGS, 'mail', 'probe');
  expect(probed).toMatchObject({ status: 1, stderr: expect.stringMatching(/^SMTP_URL: /) });
});

test('a database of before the first migration says what to do, and no SQL', async () => {
  const empty = await freshDatabase({ migrated: false });
  const answer = contremarqueWith({ ...SETTINGS, DATABASE_URL: empty.url }, 'staff', 'list');
  await empty.drop();
  expect(answer).toMatchObject({ status: 1, stderr: 'The database is not of this version yet: run `contremarque migrate`.\n' });
});

test('a setting that is there and wrong is not called missing', () => {
  const { stderr } = contremarqueWith({ ...SETTINGS, MASTER_KEY: 'short' }, 'staff', 'invite', 'a@theatre.example');
  expect(stderr).toContain('These settings are missing or wrong:\n  MASTER_KEY: must be 64');
});

test('what cannot be printed is a fault, in words', () => {
  const program = `"${process.execPath}" --import tsx ${join('src', 'entry', 'cli.ts')} --help`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${program} > /dev/full; echo "$?"`], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect({ stdout, stderr }).toEqual({ stdout: '1\n', stderr: 'What was to be printed could not be written (ENOSPC).\n' });
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
