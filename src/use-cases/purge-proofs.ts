import type { Clock } from '../ports/clock';
import type { ProofFiles } from '../ports/proofs/proof-files';
import type { Proofs } from '../ports/proofs/proofs';

interface Needs {
  readonly proofs: Proofs;
  readonly files: ProofFiles;
  readonly clock: Clock;
}

const PAGE = 100;

/** Deletes the files whose time has come (docs/domain.md 6.2) and says so in the record. May be cut anywhere and run again. */
export function createPurgeProofs({ proofs, files, clock }: Needs) {
  return async (): Promise<number> => {
    let purged = 0;
    for (let due = await proofs.due(clock.now(), PAGE); due.length > 0; due = await proofs.due(clock.now(), PAGE)) {
      for (const id of due) {
        await files.purge(id);
        await proofs.markPurged(id, clock.now());
      }
      purged += due.length;
    }
    await files.sweep(clock.now());
    return purged;
  };
}
