import { Refusal } from '../domain/refusal';

/** For whom something is inspected. */
export interface Sender {
  readonly order: string;
  /** The address of the network that it came from. */
  readonly address: string;
}

export interface TurnLimits {
  readonly atOnce: number;
  /** Those beyond are refused at once, the others once they have waited so long. */
  readonly waiting: { readonly perOrder: number; readonly perAddress: number; readonly inAll: number; readonly ms: number };
}

export interface Turns {
  /**
   * Runs the work when its turn has come: one of an order at a time; before all others that of the address which holds no turn,
   * then of whoever has used least time within the last hour, then of whoever came first. Refuses with `busy-now`.
   */
  take<T>(sender: Sender, work: () => Promise<T>): Promise<T>;
}

interface Waiting {
  readonly sender: Sender;
  readonly begin: () => void;
}

const HOUR = 60 * 60 * 1000;

/** `now` in milliseconds. */
export function createTurns({ atOnce, waiting: most }: TurnLimits, now: () => number = Date.now): Turns {
  const running: Sender[] = [];
  const spent = createSpending(now);
  let waiting: readonly Waiting[] = [];

  return {
    async take(sender, work) {
      await turnOf(sender);
      const since = now();
      try {
        return await work();
      } finally {
        spent.add(sender, now() - since);
        running.splice(running.indexOf(sender), 1);
        beginNext();
      }
    },
  };

  function turnOf(sender: Sender): Promise<void> {
    if (isCrowded(sender)) return Promise.reject(new Refusal('busy-now', 'Too many files wait for their inspection.'));
    return new Promise((resolve, reject) => {
      const alarm = setTimeout(() => {
        waiting = waiting.filter((one) => one !== mine);
        reject(new Refusal('busy-now', 'No inspection had a turn in time.'));
      }, most.ms).unref();
      const begin = () => {
        clearTimeout(alarm);
        resolve();
      };
      const mine = { sender, begin };
      waiting = [...waiting, mine];
      beginNext();
    });
  }

  function isCrowded({ order, address }: Sender): boolean {
    const ofOrder = waiting.filter(({ sender }) => sender.order === order).length;
    const ofAddress = waiting.filter(({ sender }) => sender.address === address).length;
    return ofOrder >= most.perOrder || ofAddress >= most.perAddress || waiting.length >= most.inAll;
  }

  /** A place is counted before its work begins: nobody can slip in between. */
  function beginNext(): void {
    if (running.length >= atOnce) return;
    const next = waiting.filter(({ sender }) => !running.some(({ order }) => order === sender.order)).toSorted(byFairness)[0];
    if (!next) return;
    waiting = waiting.filter((one) => one !== next);
    running.push(next.sender);
    next.begin();
    beginNext();
  }

  function byFairness({ sender: one }: Waiting, { sender: other }: Waiting): number {
    return held(one) - held(other) || spent.by(one) - spent.by(other);
  }

  function held({ address }: Sender): number {
    return running.filter((one) => one.address === address).length;
  }
}

/** How long each order and each address has kept us busy within the hour. */
function createSpending(now: () => number) {
  let used: readonly { readonly sender: Sender; readonly ms: number; readonly at: number }[] = [];
  return {
    add(sender: Sender, ms: number): void {
      used = [...used.filter(({ at }) => at > now() - HOUR), { sender, ms, at: now() }];
    },
    by({ order, address }: Sender): number {
      const mine = used.filter(({ sender }) => sender.order === order || sender.address === address);
      return mine.reduce((sum, { ms }) => sum + ms, 0);
    },
  };
}
