import { spawnSync } from 'node:child_process';

/** A process with the net, in which `happens`; it says that it lives when all is over. */
function processIn(happens: string) {
  const script = `
    const { EventEmitter } = require('node:events');
    const { createLog } = require('./src/entry/log.ts');
    const { surviveFaults } = require('./src/entry/survive-faults.ts');
    surviveFaults(createLog('info'));
    setTimeout(() => { ${happens} }, 1);
    setTimeout(() => process.stdout.write('lives'), 50);`;
  const { status, stdout } = spawnSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], { encoding: 'utf8' });
  return { status, stdout };
}

test.each([
  [
    'a line that breaks and that nobody listens to',
    "new EventEmitter().emit('error', Object.assign(new Error('reset by the door of Camille'), { code: 'ECONNRESET' }))",
  ],
  [
    'a driver’s own word for it',
    "new EventEmitter().emit('error', Object.assign(new Error('lost'), { code: 'PROTOCOL_CONNECTION_LOST' }))",
  ],
  [
    'a server that cannot take a connection',
    "require('node:net').createServer().emit('error', Object.assign(new Error('accept EMFILE'), { code: 'EMFILE' }))",
  ],
  ['a promise that nobody awaited', "void Promise.reject(new TypeError('of Camille'))"],
])('%s is logged, without its words, and the process lives', (_what, happens) => {
  const { status, stdout } = processIn(happens);
  expect([status, stdout.includes('lives'), stdout.includes('a fault that nobody'), stdout.includes('Camille')]).toEqual([
    0,
    true,
    true,
    false,
  ]);
});

test('a mistake of ours in the middle of something is logged, and the process begins anew', () => {
  const { status, stdout } = processIn('undefined.house');
  expect([status, stdout.includes('lives'), stdout.includes('a fault that nobody heard')]).toEqual([1, false, true]);
});
