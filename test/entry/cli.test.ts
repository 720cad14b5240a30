import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Exit codes and first words of the program, as docs/contracts.md promises them. */
function contremarque(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join('src', 'entry', 'cli.ts'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
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
  [['migrate'], 'DATABASE_URL'],
  [['staff', 'add', '--name', 'A', '--email', 'bad', '--role', 'boss'], 'DATABASE_URL'],
])('%j is wrong use or a missing setting: 2, and what is wrong', (args, words) => {
  expect(contremarque(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining(words) });
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
