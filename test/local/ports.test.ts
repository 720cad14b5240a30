import { createServer, type Server } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, listensOn, onFreePort } from '../../local/ports';
import { startProcess, untilAnswers } from '../../local/process';

let busy: Server | undefined;

afterEach(async () => {
  await new Promise<unknown>((resolve) => (busy === undefined ? resolve(undefined) : busy.close(resolve)));
  busy = undefined;
});

test('a free port lies below those that the kernel gives to outgoing connections', async () => {
  const port = await freePort();

  expect(port).toBeGreaterThanOrEqual(20_000);
  expect(port).toBeLessThan(32_000);
});

test('the preferred port is kept while it is free, and left when somebody listens on it', async () => {
  const preferred = await freePort();
  expect(await freePort(preferred)).toBe(preferred);

  busy = createServer();
  await listen(busy, preferred);

  expect(await freePort(preferred)).not.toBe(preferred);
});

test('a server that finds its port taken is started on another', async () => {
  const tried: number[] = [];

  const port = await onFreePort(async (candidate) => {
    tried.push(candidate);
    if (tried.length === 1) throw new Error("Can't start server: Bind on TCP/IP port. Got error: 98: Address already in use");
    return candidate;
  });

  expect(tried).toHaveLength(2);
  expect(port).toBe(tried[1]);
});

test('so is one that says it and then prints where its threads stood', async () => {
  const log = join(mkdtempSync(join(tmpdir(), 'contremarque-ports-')), 'server.log');
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const lines = 'echo "panic: listen tcp 127.0.0.1:41234: bind: address already in use"; seq 1 60; exit 2';
  let tries = 0;

  await onFreePort(async () => {
    tries += 1;
    if (tries > 1) return;
    const server = startProcess({ name: 'Temporal', command: 'sh', args: ['-c', lines], cwd: tmpdir(), log });
    await untilAnswers(server, () => Promise.reject(new Error('not yet up')));
  });

  expect(tries).toBe(2);
  said.mockRestore();
});

test('any other fault of a server rises at once', async () => {
  const start = jest.fn(async () => {
    throw new Error('Unable to lock ./ibdata1');
  });

  await expect(onFreePort(start)).rejects.toThrow('Unable to lock ./ibdata1');
  expect(start).toHaveBeenCalledTimes(1);
});

test('a server that loses its favourite port to somebody quicker is started on another', async () => {
  const favourite = await freePort();
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

  const port = await onFreePort(async (candidate) => {
    if (candidate !== favourite) return candidate;
    busy = createServer();
    await listen(busy, favourite);
    throw new Error('web ended with exit code 1.\nlisten EADDRINUSE: address already in use');
  }, favourite);

  expect(port).not.toBe(favourite);
  expect(said.mock.calls.join('')).toContain(`Port ${favourite} was taken by another program`);
  expect(said.mock.calls.join('')).toContain(`Port ${favourite} is taken: ${port} it is.`);
  said.mockRestore();
});

test('who listens on a port is told by the process, not by an answer', async () => {
  const port = await freePort();
  expect(listensOn(process.pid, port)).toBe(false);

  busy = createServer();
  await listen(busy, port);

  expect(listensOn(process.pid, port)).toBe(true);
  expect(listensOn(process.ppid, port)).toBe(false);
});

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}
