import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stopwatch, watch } from '../../bench/processes';

test('what a process of ours spends and holds is told by the kernel', async () => {
  const code =
    'for (const end = Date.now() + 300; Date.now() < end;); console.log("spent"); setInterval(() => {}, 1000) /* a busy clerk */';
  const clerk = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const spent = stopwatch({ clerk: watch('a busy clerk') });
    await once(clerk.stdout, 'data');
    expect(watch('a busy clerk').pid).toBe(clerk.pid);
    expect(watch('a busy clerk').memory()).toBeGreaterThan(1_000_000);
    expect(spent()['clerk']).toBeGreaterThan(0);
  } finally {
    clerk.kill();
  }
});

test('a process that is none of ours is not found', () => {
  expect(() => watch('nobody runs this')).toThrow('No process of ours runs « nobody runs this »');
});
