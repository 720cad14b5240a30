import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from '../../src/files/inspect';
import { createPictureShrinker } from '../../src/files/shrink-picture';
import { nodeProgram, openWalls, type Walls } from '../../src/files/walls';
import { portOf } from '../web/sandbox';

const dir = mkdtempSync(join(tmpdir(), 'walls-'));
const keyFile = join(dir, 'master.key');
const proofs = join(dir, 'proofs');
const walls = openWalls({ hidden: [keyFile, proofs] });
const asRoot = process.getuid?.() === 0;

beforeAll(() => {
  writeFileSync(keyFile, 'ab'.repeat(32));
  execFileSync('mkdir', [proofs]);
  writeFileSync(join(proofs, 'key'), 'a wrapped key');
  // readable by everybody: what is not seen is covered, and not only forbidden
  for (const path of [dir, proofs]) chmodSync(path, 0o755);
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
      sockets: tried(() => readdirSync('/run')),
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
    ...{ environ: processes, memory: processes, others: processes, keyFile: secrets, proofs: secrets, sockets: secrets },
    reached: !standing.includes('no-network'),
    own: expect.not.arrayContaining(['MASTER_KEY', 'DATABASE_URL']),
  });
  expect([...standing, ...missing].toSorted()).toEqual(['no-network', 'no-privileges', 'no-processes', 'no-secrets', 'own-user']);
});

it('where the machine gives namespaces, all the walls that they make stand', async () => {
  const namespaces = ['--net', '--pid', '--fork', '--mount-proc', 'true'];
  const given = spawnSync('unshare', asRoot ? namespaces : ['--user', '--map-root-user', ...namespaces]).status === 0;
  const { standing } = await walls();
  for (const wall of ['no-network', 'no-processes', 'no-secrets'])
    expect([wall, standing.some((one) => one === wall)]).toEqual([wall, given]);
});

it('where setpriv takes privileges away, and nobody may read our libraries, both walls of it stand', async () => {
  const without = (options: readonly string[], look: string) =>
    spawnSync('setpriv', [...options, process.execPath, '-e', look], { cwd: __dirname }).status === 0;
  const { standing } = await walls();
  expect(standing.includes('no-privileges')).toBe(without(['--no-new-privs', '--bounding-set=-all', '--inh-caps=-all'], '0') && asRoot);
  const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups'];
  expect(standing.includes('own-user')).toBe(asRoot && without(nobody, "require.resolve('sharp')"));
});

it('no wall is told of where there is none', () => {
  const [command = '', ...args] = nodeProgram('inspection/look-around');
  const facts = [String(process.pid), String(process.getuid?.()), keyFile, proofs];
  expect(JSON.parse(spawnSync(command, [...args, ...facts], { env: {}, encoding: 'utf8' }).stdout)).toEqual([]);
});

/** Behind these walls another program runs: it tells as an error whom it stands for, and what its environment holds. */
const told = async (): Promise<Walls> => ({
  ...{ standing: [], missing: [] },
  enclose: (program) => [process.execPath, '-e', TELLS, program.at(-1) ?? ''],
});
const TELLS = "process.stderr.write(['behind the walls:', ...process.argv.slice(1), ...Object.keys(process.env)].join(' '))";
const LIMITS = { cpuSeconds: 15, milliseconds: 60_000, megabytes: 448 };
const file = () => Readable.from([Buffer.from('%PDF-1.7')]);
const nothing = () => Promise.resolve();

it.each([
  ['a proof', () => inspect(file(), { begin: nothing, write: nothing }, { limits: LIMITS, walls: told })],
  ['a picture of the house', () => createPictureShrinker(told).shrink('logo', file())],
  ['the preview of a ticket', () => createPictureShrinker(told).picture(Buffer.from('%PDF-1.7'))],
])('%s is opened behind the walls, by a program without our environment', async (_what, open) => {
  const { message } = await open().then(() => new Error('It was opened.'), (fault: Error) => fault); // prettier-ignore
  expect(message).toMatch(/behind the walls: \S+inspect-child\.ts(?: PWD)?(?: OLDPWD| SHLVL| _)*$/);
});

it('nobody inside outlives whoever started it', async () => {
  const inside = await walls();
  const [command = '', ...args] = inside.enclose([process.execPath, '-e', `process.stdout.write('up'); setInterval(() => 0, 1000)`]);
  const child = spawn(command, args, { env: {}, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  // The end of its output is the end of the last process that held it.
  await once(child.stdout.resume(), 'end');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
});
