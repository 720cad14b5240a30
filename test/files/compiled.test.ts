import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { certificate, studentCard } from './papers';

const root = join(__dirname, '..', '..');
const dist = mkdtempSync(join(tmpdir(), 'compiled-'));

afterAll(() => rmSync(dist, { recursive: true, force: true }));

/** As the build does it: every file to CommonJS, in its place. */
function compile(room: string): void {
  for (const path of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    const { code } = transformFileSync(join(root, room, path), {
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    const target = join(dist, room, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}

it('the compiled program inspects with its compiled child, without tsx', async () => {
  for (const room of ['src/domain', 'src/ports', 'src/wording', 'src/files']) compile(room);
  symlinkSync(join(root, 'node_modules'), join(dist, 'node_modules'));
  writeFileSync(join(dist, 'card.jpg'), await studentCard());
  writeFileSync(join(dist, 'certificate.pdf'), await certificate(1));
  const program = `
    const { createProofFiles } = require('./src/files/proof-files');
    const { openWalls } = require('./src/files/walls');
    const { createReadStream } = require('node:fs');
    const key = Buffer.alloc(32, 1);
    const proofs = createProofFiles({ dir: 'proofs', masterKeys: { current: { id: 'a', key }, others: [] }, fingerprintKey: key, walls: openWalls({ hidden: [] }) });
    const take = (name, file) => proofs.receive(name, createReadStream(file), { maxBytes: 5e6 });
    take('student-card', 'card.jpg').then(async (card) => console.log(card.kind, (await take('certificate', 'certificate.pdf')).kind));`;
  expect(execFileSync(process.execPath, ['-e', program], { cwd: dist, encoding: 'utf8' })).toBe('jpeg pdf\n');
});
