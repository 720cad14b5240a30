import type { Readable } from 'node:stream';
import type { OrderView } from '../domain/order-view';
import type { SeatNo } from '../domain/decision/decision';
import { CUSTOMER } from '../domain/actor';
import { can } from '../domain/order/can';
import { Refusal } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { Obeyed, OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';
import type { ProofFiles } from '../ports/proofs/proof-files';
import type { Proofs } from '../ports/proofs/proofs';
import type { Reach } from './reach-story';

/** A family card and its back, an enrolment and its pages; not somebody's whole phone. */
const MOST_FILES = 10;

export interface Sending {
  readonly order: string;
  /** One file may serve several seats: a family card, a group's list. */
  readonly seats: readonly SeatNo[];
  /** Given for this sending: without it no paper of health is read (GDPR art. 9). */
  readonly consent: boolean;
}

interface SentFile {
  readonly fileName: string;
  readonly stream: Readable;
}

/** Files sent together are one answer of the spectator: they replace what was there before, not one another. */
export interface OpenSending {
  /** Checked, encrypted and written down. Of a file that is refused nothing is left; the others stay. */
  take(file: SentFile): Promise<void>;
  /** Tells the story of all that was taken, in one command; `undefined` when nothing was. */
  close(): Promise<Obeyed | undefined>;
}

interface Needs {
  readonly orders: Pick<Orders, 'view'>;
  readonly proofs: Pick<Proofs, 'add' | 'drop' | 'markPurged'>;
  readonly files: Pick<ProofFiles, 'receive' | 'purge'>;
  readonly runs: Pick<OrderRuns, 'depositProof'>;
  readonly reach: Reach;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Takes proofs in. What the story refuses is purged at once; what a crash or a broken line leaves between two steps is
 * purged by the sweep. Asked before a single byte is read; the story will ask again.
 */
export function createDepositProof({ orders, proofs, files, runs, reach, clock, newId }: Needs) {
  return async (sending: Sending): Promise<OpenSending> => {
    const view = await viewOf(sending.order);
    refuseImpossible(view, sending);
    const { formats, maxBytes } = view.venue.proofRules;
    const taken: string[] = [];
    return {
      take: async ({ fileName, stream }) => {
        if (taken.length === MOST_FILES) throw new Refusal('too-many-files', 'Too many files at once.', { max: MOST_FILES });
        const id = newId();
        const { kind, bytes, pages, fingerprints } = await files.receive(id, stream, { maxBytes, formats });
        const { order, seats } = sending;
        const receivedAt = clock.now();
        await proofs.add({ id, sending: taken[0] ?? id, order, seats, kind, fileName, bytes, pages, fingerprints, receivedAt });
        taken.push(id);
      },
      close: () => tellStory(sending, taken),
    };
  };

  async function viewOf(order: string): Promise<OrderView> {
    const view = await orders.view(order);
    if (!view) throw new Refusal('order-not-found', `No order ${order}.`);
    return view;
  }

  async function tellStory({ order, seats }: Sending, taken: readonly string[]): Promise<Obeyed | undefined> {
    const [first] = taken;
    if (first === undefined) return undefined;
    try {
      const command = `deposit-${first}`;
      return await reach(order, { command }, () => runs.depositProof(order, { command, by: CUSTOMER, door: 'customer-area', seats }));
    } catch (fault) {
      if (fault instanceof Refusal) for (const id of taken) await drop(id);
      throw fault;
    }
  }

  async function drop(id: string): Promise<void> {
    await files.purge(id);
    await proofs.drop(id, clock.now());
    await proofs.markPurged(id, clock.now());
  }
}

function refuseImpossible(view: OrderView, { seats, consent }: Sending): void {
  for (const no of seats) {
    const seat = view.seats.find((one) => one.no === no);
    if (!seat) throw new Refusal('seat-not-found', `No seat ${no}.`, { seat: no });
    if (seat.settling || !can('depositProof', seat)) {
      throw new Refusal('not-allowed-now', `Seat ${no} is ${seat.proof}.`, { seat: no, state: seat.proof });
    }
    if (seat.tariff.health && !consent) throw new Refusal('consent-needed', 'A paper of health is read by consent only.', { seat: no });
  }
}
