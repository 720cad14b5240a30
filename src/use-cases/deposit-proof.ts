import type { Readable } from 'node:stream';
import type { OrderView } from '../domain/order-view';
import type { SeatNo } from '../domain/decision/decision';
import { CUSTOMER } from '../domain/actor';
import { Refusal } from '../domain/refusal';
import { MOST_FILES, mostKept, refuseIdleProof } from '../domain/sending-proofs';
import type { Clock } from '../ports/clock';
import type { OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';
import type { ProofFiles } from '../ports/proofs/proof-files';
import type { GivenProofs, Proofs } from '../ports/proofs/proofs';
import type { Attempts } from '../ports/staff';
import type { Reach } from './reach-story';

/** Files that one order, one customer, one address of the network may have inspected within the hour; a school has one address. */
const WITHIN_THE_HOUR = { order: 60, customer: 120, address: 600 } as const;
const HOUR_SECONDS = 3600;

export interface Sending {
  readonly order: string;
  /** One file may serve several seats: a family card, a group's list. */
  readonly seats: readonly SeatNo[];
  /** Given for this sending: without it no paper of health is read (GDPR art. 9). */
  readonly consent: boolean;
  /** It joins what these seats have, and replaces nothing. */
  readonly adds?: boolean | undefined;
  /** The address of the network that it comes from. */
  readonly address: string;
}

interface SentFile {
  readonly fileName: string;
  readonly stream: Readable;
}

/** `told`: the order stands on them. `kept`: they lie here, and the sweep will tell the order (Temporal is away). */
type Deposited = 'told' | 'kept' | 'none';

/** Files sent together are one answer of the spectator: they join what was there before, or replace it, not one another. */
export interface OpenSending {
  /** Checked, encrypted and written down. Of a file that is refused nothing is left; the others stay. */
  take(file: SentFile): Promise<void>;
  /** Writes down that all were given, then tells the story of them, in one command. The same files once more add nothing. */
  close(): Promise<Deposited>;
}

interface Needs {
  readonly orders: Pick<Orders, 'view'>;
  readonly proofs: Pick<Proofs, 'add' | 'give' | 'drop' | 'markPurged'>;
  readonly files: Pick<ProofFiles, 'receive' | 'purge'>;
  readonly runs: Pick<OrderRuns, 'depositProof'>;
  readonly reach: Reach;
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly warn: (what: string, fault: unknown) => void;
}

/**
 * Takes proofs in. What the story refuses is purged at once; what a crash or a broken line leaves between two steps is
 * purged by the sweep. What can be refused is refused before a single byte is read.
 */
export function createDepositProof(needs: Needs) {
  const { orders, proofs, files, attempts, clock, newId, warn } = needs;
  return async (sending: Sending): Promise<OpenSending> => {
    const view = await viewOf(sending.order);
    refuseIdleProof(view, sending.seats, clock.now());
    refuseWithoutConsent(view, sending);
    const given: GivenProofs = { sending: newId(), order: sending.order, seats: sending.seats };
    const taken: string[] = [];
    let asked = 0;
    let last = 0;
    return {
      take: async (file) => {
        asked += 1;
        if (asked > MOST_FILES) throw new Refusal('too-many-files', 'Too many files at once.', { max: MOST_FILES });
        // In the order in which they were sent, whichever is read first.
        last = Math.max(last + 1, Date.parse(clock.now()));
        const receivedAt = new Date(last).toISOString();
        await countFile(view, sending);
        const id = newId();
        await keep(view, { ...given, id, file, address: sending.address, adds: sending.adds, receivedAt });
        taken.push(id);
      },
      close: async () => {
        if (taken.length === 0) return 'none';
        const before = await proofs.give(given.sending, clock.now());
        if (before !== 'new') {
          await discard(needs, taken);
          return before;
        }
        try {
          await tellOfProofs(needs, { ...given, ids: taken });
          return 'told';
        } catch (fault) {
          if (fault instanceof Refusal) throw fault;
          warn(`proofs of ${sending.order} not told yet`, fault);
          return 'kept';
        }
      },
    };
  };

  async function viewOf(order: string): Promise<OrderView> {
    const view = await orders.view(order);
    if (!view) throw new Refusal('order-not-found', `No order ${order}.`);
    return view;
  }

  async function countFile(view: OrderView, { order, address }: Sending): Promise<void> {
    const limit = (max: number) => ({ max, windowSeconds: HOUR_SECONDS, now: clock.now() });
    await attempts.count('file-order', order, limit(WITHIN_THE_HOUR.order));
    await attempts.count('file-customer', String(view.customer.number), limit(WITHIN_THE_HOUR.customer));
    await attempts.count('file-address', address, limit(WITHIN_THE_HOUR.address));
  }

  async function keep(view: OrderView, { id, file, address, receivedAt, ...given }: ReceivedFile): Promise<void> {
    const { fileName, stream } = file;
    const { formats, maxBytes } = view.venue.proofRules;
    try {
      const received = await files.receive(id, stream, { maxBytes, formats, sender: { order: given.order, address } });
      const { kind, bytes, pages, fingerprints } = received;
      const pagesInFile = received.pagesInFile > pages ? received.pagesInFile : undefined;
      const facts = { kind, fileName, bytes, pages, pagesInFile, fingerprints, receivedAt };
      await proofs.add({ id, ...given, ...facts }, { most: mostKept(view) });
    } catch (fault) {
      // Where nothing can be removed, nothing could be kept: what is told is why.
      await files.purge(id).catch((left: unknown) => warn(`what was received of a proof of ${given.order} is still there`, left));
      // A broken line has nobody to hear an answer; anything else is ours, and told beside the name of the file.
      if (fault instanceof Refusal || fault === stream.errored) throw fault;
      warn(`a proof of ${given.order} could not be kept`, fault);
      throw new Refusal('file-not-kept', 'The file could not be kept.');
    }
  }
}

interface ReceivedFile extends GivenProofs {
  readonly id: string;
  readonly file: SentFile;
  readonly address: string;
  readonly adds: boolean | undefined;
  readonly receivedAt: string;
}

interface Telling extends Pick<Needs, 'runs' | 'reach' | 'clock'> {
  readonly proofs: Pick<Proofs, 'drop' | 'markPurged'>;
  readonly files: Pick<ProofFiles, 'purge'>;
}

/** One command for all that were sent together; may be asked again. Those that the story refuses go at once. */
async function tellOfProofs(
  { proofs, files, runs, reach, clock }: Telling,
  given: GivenProofs & { readonly ids: readonly string[] },
): Promise<void> {
  const { order, seats, sending, ids } = given;
  try {
    const command = `deposit-${sending}`;
    await reach(order, { command }, () => runs.depositProof(order, { command, by: CUSTOMER, door: 'customer-area', seats, files: ids }));
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await discard({ proofs, files, clock }, ids);
    throw fault;
  }
}

async function discard({ proofs, files, clock }: Pick<Telling, 'proofs' | 'files' | 'clock'>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await files.purge(id);
    await proofs.drop(id, clock.now());
    await proofs.markPurged(id, clock.now());
  }
}

const PAGE = 200;

/** The sweep: tells the stories of what was given while Temporal was away. Answers how many sendings it told. */
export function createTellGivenProofs(needs: Telling & { readonly proofs: Pick<Proofs, 'untold'>; readonly warn: Needs['warn'] }) {
  return async (graceMs: number): Promise<number> => {
    const before = new Date(Date.parse(needs.clock.now()) - graceMs).toISOString();
    const untold = await needs.proofs.untold(before, PAGE);
    for (const given of untold) {
      try {
        await tellOfProofs(needs, given);
      } catch (fault) {
        // One that cannot be told does not keep the others: the next round tries again.
        needs.warn(`proofs of ${given.order} not told yet`, fault);
      }
    }
    return untold.length;
  };
}

function refuseWithoutConsent(view: OrderView, { seats, consent }: Sending): void {
  const health = view.seats.find(({ no, tariff }) => seats.includes(no) && tariff.health);
  if (health && !consent) throw new Refusal('consent-needed', 'A paper of health is read by consent only.', { seat: health.no });
}
