import type { Readable } from 'node:stream';
import type { SeatNo } from '../domain/decision';
import { CUSTOMER } from '../domain/actor';
import { can } from '../domain/order/can';
import { Refusal } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { Obeyed, OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';
import type { ProofFiles } from '../ports/proof-files';
import type { Proofs } from '../ports/proofs';
import type { Reach } from './reach-story';

/** 5 Mo, as the seed says: 5 × 1024 × 1024 bytes pass, one more is refused. */
export const LARGEST_PROOF = 5 * 1024 * 1024;

export interface Deposit {
  readonly order: string;
  /** One file may serve several seats: a family card, a group's list. */
  readonly seats: readonly SeatNo[];
  readonly fileName: string;
  readonly stream: Readable;
}

interface Needs {
  readonly orders: Orders;
  readonly proofs: Proofs;
  readonly files: ProofFiles;
  readonly runs: OrderRuns;
  readonly reach: Reach;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Takes a proof in: the file is checked and encrypted, its row written, and the story told. What the story refuses is
 * purged at once; what a crash leaves between two steps is purged by the sweep.
 */
export function createDepositProof({ orders, proofs, files, runs, reach, clock, newId }: Needs) {
  return async (deposit: Deposit): Promise<Obeyed & { readonly proof: string }> => {
    await refuseEarly(deposit);
    const id = newId();
    const file = await files.receive(id, deposit.stream, { maxBytes: LARGEST_PROOF });
    await proofs.add({
      id,
      order: deposit.order,
      seats: deposit.seats,
      kind: file.kind,
      fileName: deposit.fileName,
      bytes: file.bytes,
      pages: file.pages,
      fingerprints: file.fingerprints,
      receivedAt: clock.now(),
    });
    return { ...(await tellStory(id, deposit)), proof: id };
  };

  /** Before a single byte is read: the story will ask again. */
  async function refuseEarly({ order, seats }: Deposit): Promise<void> {
    const view = await orders.view(order);
    if (!view) throw new Refusal('order-not-found', `No order ${order}.`);
    for (const no of seats) {
      const seat = view.seats.find((one) => one.no === no);
      if (!seat) throw new Refusal('seat-not-found', `No seat ${no}.`, { seat: no });
      if (seat.settling || !can('depositProof', seat))
        throw new Refusal('not-allowed-now', `Seat ${no} is ${seat.proof}.`, { seat: no, state: seat.proof });
    }
  }

  async function tellStory(id: string, { order, seats }: Deposit): Promise<Obeyed> {
    try {
      return await reach(order, () => runs.depositProof(order, { command: `deposit-${id}`, by: CUSTOMER, door: 'customer-area', seats }));
    } catch (fault) {
      if (fault instanceof Refusal) await drop(id);
      throw fault;
    }
  }

  async function drop(id: string): Promise<void> {
    await files.purge(id);
    await proofs.drop(id, clock.now());
    await proofs.markPurged(id, clock.now());
  }
}
