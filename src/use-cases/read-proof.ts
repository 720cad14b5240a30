import { Refusal } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { Proofs } from '../ports/proofs/proofs';

interface Needs {
  readonly proofs: Pick<Proofs, 'markLost'>;
  readonly clock: Clock;
}

/**
 * Reads something of a proof that the record says is there. A file that is gone or damaged is written down as lost, so that
 * the order says it, and refused; one that cannot be read just now (the disk, the key) is a fault and will be tried again.
 */
export async function readProof<T>({ proofs, clock }: Needs, proof: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (fault) {
    if (!isLoss(fault)) throw fault;
    await proofs.markLost(proof, clock.now());
    throw new Refusal('proof-lost', `Proof ${proof} cannot be read any more.`);
  }
}

/** The same, where the others go on without it. */
export async function readUnlessLost<T>(needs: Needs, proof: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await readProof(needs, proof, read);
  } catch (fault) {
    if (isLoss(fault)) return undefined;
    throw fault;
  }
}

function isLoss(fault: unknown): boolean {
  return fault instanceof Refusal && (fault.code === 'proof-not-found' || fault.code === 'proof-lost');
}
