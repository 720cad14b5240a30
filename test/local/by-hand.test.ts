import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byHand } from '../../local/by-hand';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'up-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('what `make up` prints runs a command with the settings of its stack', () => {
  const settings = { MASTER_KEY: 'ab'.repeat(32), SMTP_URL: "smtp://l'accueil:$HOME`x`@127.0.0.1:1", PORT: '8080' };
  const line = byHand(dir, { ...process.env, ...settings });
  expect(line).toContain('bin/contremarque order show REF');
  const told = line.replace('bin/contremarque order show REF', 'printf "%s\\n" "$MASTER_KEY" "$SMTP_URL" "$PORT"');
  const { stdout } = spawnSync('sh', ['-c', `${told}; echo "after:$MASTER_KEY"`], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  expect(stdout.split('\n')).toEqual([...Object.values(settings), 'after:', '']);
  expect(statSync(join(dir, 'settings.sh')).mode & 0o777).toBe(0o600);
});
