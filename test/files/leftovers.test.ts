import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIVE_MB, openCabinet, sent } from './cabinet';
import { studentCard } from './papers';

const cabinet = openCabinet();
const { proofs } = cabinet;
const NOW = '2027-01-12T03:00:00.000Z';

afterAll(() => cabinet.empty());

/** What a crash leaves: a folder that was being filled at that time. */
function crashed(name: string, at: string): string {
  const path = join(cabinet.dir, '.receiving', name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'original'), 'half a paper, sealed');
  utimesSync(path, new Date(at), new Date(at));
  return path;
}

async function kept(proofId: string, at: string): Promise<string> {
  await proofs.receive(proofId, sent(await studentCard()), { maxBytes: FIVE_MB });
  const path = join(cabinet.dir, proofId);
  utimesSync(path, new Date(at), new Date(at));
  return path;
}

it('the sweep removes what crashes left more than an hour ago, and nothing that is in use', async () => {
  const old = crashed('lea-card.aaaa', '2027-01-12T01:59:00.000Z');
  const beingReceived = crashed('karim-card.bbbb', '2027-01-12T02:30:00.000Z');
  const proof = await kept('kept-for-a-week', '2027-01-05T10:00:00.000Z');
  expect(await proofs.sweep(NOW)).toBe(1);
  expect([old, beingReceived, proof].map((path) => existsSync(path))).toEqual([false, true, true]);
});

it('the sweep finishes a purge that was cut short behind the key', async () => {
  const path = await kept('half-purged', '2027-01-11T10:00:00.000Z');
  rmSync(join(path, 'key'));
  utimesSync(path, new Date('2027-01-11T10:00:00.000Z'), new Date('2027-01-11T10:00:00.000Z'));
  await proofs.sweep(NOW);
  expect(existsSync(path)).toBe(false);
});

it('an empty cabinet has nothing to sweep', async () => {
  const empty = openCabinet();
  rmSync(empty.dir, { recursive: true });
  expect(await empty.proofs.sweep(NOW)).toBe(0);
  expect(await empty.proofs.storedBefore(NOW)).toEqual([]);
});

it('names the proofs kept since before a day, so that those without a record can be found', async () => {
  await kept('from-october', '2026-10-03T10:00:00.000Z');
  await kept('from-january', '2027-01-10T10:00:00.000Z');
  expect(await proofs.storedBefore('2026-12-31T00:00:00.000Z')).toEqual(['from-october']);
  expect(readdirSync(cabinet.dir)).toContain('from-january');
});

it('says that it is not ready where nothing can be written, or where almost no room is left', async () => {
  await expect(cabinet.proofs.checkRoom()).resolves.toBeUndefined();
  await expect(cabinet.reopen({ dir: '/dev/null/proofs' }).checkRoom()).rejects.toThrow('ENOTDIR');
  await expect(cabinet.reopen({ leastRoom: Number.MAX_SAFE_INTEGER }).checkRoom()).rejects.toThrow('no room');
});

it('a folder that is not there at all is not a proof that was purged', async () => {
  const away = cabinet.reopen({ dir: join(cabinet.dir, 'not-mounted') });
  await expect(away.page('lea-student-card', 1)).rejects.toThrow('The folder of the proofs is not there.');
});
