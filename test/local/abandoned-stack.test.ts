import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { removeStack } from '../../local/stack-folder';

const name = `test-${process.pid}-held`;
let holder: ChildProcess;

beforeAll(() => {
  const program = join(__dirname, 'stack-holder.ts');
  holder = spawn(process.execPath, ['--import', 'tsx', program, name], { stdio: ['ignore', 'pipe', 'inherit'] });
});

afterAll(() => {
  holder.kill('SIGKILL');
  removeStack(name);
});

test('the servers end with the process that started them, though it was killed outright', async () => {
  const [line] = await once(holder.stdout ?? holder, 'data');
  const ports: readonly number[] = JSON.parse(String(line));
  expect(await Promise.all(ports.map(isOpen))).toEqual([true, true, true, true]);

  holder.kill('SIGKILL');

  for (const port of ports) await untilClosed(port);
});

/** Ends with the test's own time limit if the port never closes. */
async function untilClosed(port: number): Promise<void> {
  while (await isOpen(port)) await pause(20);
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
