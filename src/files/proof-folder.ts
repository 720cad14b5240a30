import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * `<dir>/<proof id>/` holds the wrapped key and the sealed parts of one proof. A folder is filled under `<dir>/.receiving/`
 * and moved in one step, so that a proof is either there with all its parts or not there.
 */
export interface ProofFolders {
  begin(proofId: string): Promise<DraftFolder>;
  pathOf(proofId: string, part: string): string;
  /** Throws where nothing can be written, or where less than that is left on the disk. */
  checkRoom(leastBytes: number): Promise<void>;
  /** `undefined` for a proof that was purged or never was; a fault where the whole folder is not there. */
  wrappedKey(proofId: string): Promise<string | undefined>;
  remove(proofId: string): Promise<void>;
  /** Drafts, and proofs without a key, last touched before that time. */
  removeLeftovers(before: Date): Promise<number>;
  storedBefore(instant: Date): Promise<readonly string[]>;
}

export interface DraftFolder {
  pathOf(part: string): string;
  keepKey(wrapped: string): Promise<void>;
  /** Answers false when a proof of that id is there already. */
  publish(): Promise<boolean>;
  /** Removes what was not published. */
  discard(): Promise<void>;
}

const DRAFTS = '.receiving';
const KEY = 'key';
const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;
const PROOF_ID = /^[a-z0-9-]{8,64}$/;

export function createProofFolders(dir: string): ProofFolders {
  const drafts = join(dir, DRAFTS);
  const proofFolder = (proofId: string): string => join(dir, checked(proofId));

  return {
    async begin(proofId) {
      const home = proofFolder(proofId);
      await mkdir(drafts, { recursive: true, mode: OWNER_ONLY.folder });
      const draft = join(drafts, `${proofId}.${randomBytes(8).toString('hex')}`);
      await mkdir(draft, { mode: OWNER_ONLY.folder });
      return {
        pathOf: (part) => join(draft, part),
        keepKey: (wrapped) => writeFile(join(draft, KEY), wrapped, { mode: OWNER_ONLY.file, flag: 'wx', flush: true }),
        publish: () => moveFolder(draft, { home, dir }),
        discard: () => rm(draft, { recursive: true, force: true }),
      };
    },

    pathOf: (proofId, part) => join(proofFolder(proofId), part),

    async checkRoom(leastBytes) {
      await mkdir(drafts, { recursive: true, mode: OWNER_ONLY.folder });
      const { bavail, bsize } = await statfs(drafts);
      if (bavail * bsize < leastBytes) throw new Error('Almost no room is left for proofs.');
      const trial = join(drafts, `trial.${randomBytes(8).toString('hex')}`);
      await writeFile(trial, randomBytes(4096), { mode: OWNER_ONLY.file, flag: 'wx', flush: true });
      await rm(trial);
    },

    async wrappedKey(proofId) {
      const wrapped = await unlessMissing(readFile(join(proofFolder(proofId), KEY), 'utf8'));
      if (wrapped === undefined && !(await unlessMissing(stat(dir)))) throw new Error('The folder of the proofs is not there.');
      return wrapped;
    },

    async remove(proofId) {
      const home = proofFolder(proofId);
      // The key goes first: should what follows be cut short, the rest is already unreadable.
      await rm(join(home, KEY), { force: true });
      await rm(home, { recursive: true, force: true });
    },

    async removeLeftovers(before) {
      const old = await olderThan(await childrenOf(drafts), before);
      const keyless: string[] = [];
      for (const home of await proofsIn(dir)) {
        if (!(await unlessMissing(stat(join(home, KEY))))) keyless.push(home);
      }
      const leftovers = [...old, ...(await olderThan(keyless, before))];
      for (const path of leftovers) await rm(path, { recursive: true, force: true });
      return leftovers.length;
    },

    async storedBefore(instant) {
      const homes = await olderThan(await proofsIn(dir), instant);
      return homes.map((home) => basename(home));
    },
  };
}

/** For a promise of the file system: `undefined` when the file or folder is not there; anything else rises. */
export async function unlessMissing<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (fault) {
    if (hasCode(fault, ['ENOENT'])) return undefined;
    throw fault;
  }
}

function checked(proofId: string): string {
  if (!PROOF_ID.test(proofId)) throw new Error('A proof id has 8 to 64 characters of a-z, 0-9 and -.');
  return proofId;
}

async function moveFolder(draft: string, to: { readonly home: string; readonly dir: string }): Promise<boolean> {
  try {
    await rename(draft, to.home);
  } catch (fault) {
    if (hasCode(fault, ['ENOTEMPTY', 'EEXIST'])) return false;
    throw fault;
  }
  // A power cut must not take back a proof that the customer was told we have.
  const folder = await open(to.dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return true;
}

async function proofsIn(dir: string): Promise<readonly string[]> {
  const children = await childrenOf(dir);
  return children.filter((path) => PROOF_ID.test(basename(path)));
}

async function childrenOf(folder: string): Promise<readonly string[]> {
  const names = await unlessMissing(readdir(folder));
  return (names ?? []).map((name) => join(folder, name));
}

async function olderThan(paths: readonly string[], limit: Date): Promise<readonly string[]> {
  const old: string[] = [];
  for (const path of paths) {
    const found = await unlessMissing(stat(path));
    if (found && found.mtime < limit) old.push(path);
  }
  return old;
}

/** Not `instanceof Error`: under jest, the errors of `node:fs` come from another realm. */
function hasCode(fault: unknown, codes: readonly string[]): boolean {
  return typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string' && codes.includes(fault.code);
}
