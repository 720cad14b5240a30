import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type { WorkflowBundle } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import type { SeatNo } from '../../src/domain/decision/decision';
import type { Change } from '../../src/domain/order/change';
import { letterKey } from '../../src/domain/letter';
import type { Told } from '../../src/ports/mail/letters';
import type { TicketsToStop, ToldRelease } from '../../src/ports/story-record';
import type { SendLetters } from '../../src/use-cases/letters/send-letter';

/** Activities as plain objects that remember: what was recorded and which letters left, order by order. */
export function createOffice() {
  const changes: Change[] = [];
  const sent: string[] = [];
  const troubles: Record<string, number> = {};
  const inside: SeatNo[] = [];
  const allowed: SeatNo[] = [];
  let busy = (): Promise<void> => Promise.resolve();
  const held = new Map<string, Promise<void>>();
  const known = new Map<string, readonly ToldRelease[]>();
  const told: (Told & { readonly letter: string })[] = [];
  const write = async (letter: string, [kind = '', order = '']: readonly string[]): Promise<void> => {
    const { seq = 0, seats = [] } = changes.filter(({ state }) => state.order === order).at(-1)?.state ?? {};
    const carried = seats.filter(({ delivery }) => delivery === 'ready' || delivery === 'sent').map(({ no }) => no);
    await held.get(`${kind}:${order}`);
    sent.push(letter);
    if (kind.startsWith('tickets')) told.push({ letter, seq, carried });
  };
  return {
    changes,
    sent,
    /** The next `times` attempts to send such a letter fail as a mail host that is away does. */
    mailHostIsAway(kind: string, times: number): void {
      troubles[kind] = times;
    },
    /** Such a letter is written as its order stands, and is on its way until the function that this returns is called. */
    keepOnItsWay(order: string, kind: string): () => void {
      let arrive: () => void = () => undefined;
      held.set(`${kind}:${order}`, new Promise((resolve) => (arrive = resolve)));
      return () => arrive();
    },
    /** By order: what its letters with tickets had known before its story was started anew. */
    known,
    /** The door answers when so many have asked. */
    keepDoorBusy(askers: number): void {
      let left = askers;
      let open: () => void = () => undefined;
      const opened = new Promise<void>((resolve) => (open = resolve));
      busy = () => {
        left -= 1;
        if (left <= 0) open();
        return opened;
      };
    },
    /** Seats whose people have come in. */
    inside,
    /** Seats whose tickets were stopped for nothing. */
    allowed,
    kinds: (order: string) => sent.filter((key) => key.split(':')[1] === order).map((key) => key.split(':')[0]),
    of: (order: string) => changes.filter((change) => change.state.order === order),
    activities: {
      async record(change: Change): Promise<readonly string[]> {
        const last = changes.filter((one) => one.state.order === change.state.order).at(-1);
        if (!last || last.state.seq < change.state.seq) changes.push(change);
        return change.effects.flatMap((effect) => (effect.kind === 'letter' ? [letterKey(effect.letter)] : []));
      },
      async stopAtDoor({ seats }: TicketsToStop): Promise<readonly SeatNo[]> {
        await busy();
        return seats.filter((seat) => inside.includes(seat));
      },
      async allowAtDoor({ seats }: TicketsToStop): Promise<void> {
        allowed.push(...seats);
      },
      async failedReleases(): Promise<readonly number[]> {
        return [];
      },
      async toldReleases(order: string): Promise<readonly ToldRelease[]> {
        return known.get(order) ?? [];
      },
      async unsentLetters(): Promise<readonly string[]> {
        return [];
      },
      async sendLetters({ letters }: { readonly letters: readonly string[] }): ReturnType<SendLetters> {
        for (const key of letters) {
          const kind = key.split(':')[0] ?? '';
          if ((troubles[kind] ?? 0) > 0) {
            troubles[kind] = (troubles[kind] ?? 0) - 1;
            throw new Error('the mail host is away');
          }
          if (!sent.includes(key)) await write(key, key.split(':'));
        }
        return { failed: [], told: told.filter(({ letter }) => letters.includes(letter)) };
      },
    },
  };
}

export type Office = ReturnType<typeof createOffice>;

export function createWorker(
  env: TestWorkflowEnvironment,
  taskQueue: string,
  parts: { office: Office; workflowBundle: WorkflowBundle },
): Promise<Worker> {
  return Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowBundle: parts.workflowBundle,
    activities: parts.office.activities,
  });
}
