import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWalls } from '../../src/files/walls';
import { portOf } from '../web/sandbox';

const dir = mkdtempSync(join(tmpdir(), 'walls-'));
const keyFile = join(dir, 'master.key');
const proofs = join(dir, 'proofs');
const walls = openWalls({ hidden: [keyFile, proofs] });

beforeAll(() => {
  writeFileSync(keyFile, 'ab'.repeat(32));
  execFileSync('mkdir', [proofs]);
  writeFileSync(join(proofs, 'key'), 'a wrapped key');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Whoever found a hole in a library of ours would run this in the place of the inspecting child. */
const PLANTED = `
  const { readFileSync, readdirSync } = require('node:fs');
  const { connect } = require('node:net');
  const [parent, port, keyFile, proofs] = process.argv.slice(1);
  const tried = (look) => { try { return String(look()).length > 0; } catch { return false; } };
  const socket = connect(Number(port), '127.0.0.1');
  const answer = (reached) => {
    socket.destroy();
    process.stdout.write(JSON.stringify({
      environ: tried(() => readFileSync('/proc/' + parent + '/environ')),
      memory: tried(() => readFileSync('/proc/' + parent + '/maps')),
      others: readdirSync('/proc').filter((name) => /^[0-9]+$/.test(name) && name !== String(process.pid)).length > 1,
      keyFile: tried(() => readFileSync(keyFile)),
      proofs: tried(() => readdirSync(proofs)),
      reached,
      own: Object.keys(process.env),
    }));
  };
  socket.once('connect', () => answer(true)).once('error', () => answer(false));`;

async function planted(port: number): Promise<unknown> {
  const inside = await walls();
  const [command = '', ...args] = inside.enclose([process.execPath, '-e', PLANTED, String(process.pid), String(port), keyFile, proofs]);
  const child = spawn(command, args, { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  await once(child, 'close');
  return JSON.parse(said);
}

it('a planted child sees and reaches nothing behind the walls that are told as standing', async () => {
  const server = createServer((_request, response) => response.end('inside'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { standing, missing } = await walls();
  const found = await planted(portOf(server));
  server.close();
  const processes = !standing.includes('no-processes');
  const secrets = !standing.includes('no-secrets');
  expect(found).toEqual({
    ...{ environ: processes, memory: processes, others: processes, keyFile: secrets, proofs: secrets },
    reached: !standing.includes('no-network'),
    own: expect.not.arrayContaining(['MASTER_KEY', 'DATABASE_URL']),
  });
  expect([...standing, ...missing].toSorted()).toEqual(['no-network', 'no-privileges', 'no-processes', 'no-secrets', 'own-user']);
});

it('where the machine gives namespaces, all the walls that they make stand', async () => {
  const namespaces = ['--net', '--pid', '--fork', '--mount-proc', 'true'];
  const given = spawnSync('unshare', process.getuid?.() === 0 ? namespaces : ['--user', '--map-root-user', ...namespaces]).status === 0;
  const { standing } = await walls();
  expect(['no-network', 'no-processes', 'no-secrets'].every((wall) => standing.some((one) => one === wall))).toBe(given);
});

it('nobody inside outlives whoever started it', async () => {
  const inside = await walls();
  const [command = '', ...args] = inside.enclose([process.execPath, '-e', `process.stdout.write('up'); setInterval(() => 0, 1000)`]);
  const child = spawn(command, args, { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  // The end of its output is the end of the last process that held it.
  await once(child.stdout.resume(), 'end');
  expect(child.signalCode).toBe('SIGKILL');
});
