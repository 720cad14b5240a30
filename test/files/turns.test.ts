import { setImmediate } from 'node:timers/promises';
import { Refusal } from '../../src/domain/refusal';
import { createTurns } from '../../src/files/turns';
import type { TurnLimits } from '../../src/files/turns';

const LIMITS: TurnLimits = { atOnce: 2, waiting: { perOrder: 3, perAddress: 10, inAll: 20, ms: 60_000 } };

/** Inspections that begin when their turn comes and end when they are told to. */
function inspections(limits: Partial<TurnLimits> = {}) {
  let now = 0;
  const turns = createTurns({ ...LIMITS, ...limits }, () => now);
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  const ends = new Map<string, Promise<void>>();
  return {
    /** What has begun by now: a turn is taken a moment after it is given. */
    begun: async (): Promise<readonly string[]> => {
      await setImmediate();
      return begun;
    },
    asks: (what: string, order: string, address = order): Promise<void> => {
      const work = turns.take({ order, address }, () => {
        begun.push(what);
        return new Promise<void>((resolve) => finish.set(what, resolve));
      });
      work.catch(() => undefined); // heard where it is awaited
      ends.set(what, work);
      return work;
    },
    ends: async (what: string, afterMs = 0): Promise<void> => {
      await setImmediate();
      now += afterMs;
      finish.get(what)?.();
      await ends.get(what);
    },
    passes: (ms: number): void => {
      now += ms;
    },
  };
}

it('lets two inspect at once, and the third when one of them is done', async () => {
  const { begun, asks, ends } = inspections();
  for (const who of ['Léa', 'Karim', 'Sophie', 'Camille']) void asks(who, who);
  expect(await begun()).toEqual(['Léa', 'Karim']);
  await ends('Karim');
  expect(await begun()).toEqual(['Léa', 'Karim', 'Sophie']);
  await ends('Léa');
  expect(await begun()).toEqual(['Léa', 'Karim', 'Sophie', 'Camille']);
});

it('gives the place of one that failed to the next', async () => {
  const turns = createTurns({ ...LIMITS, atOnce: 1 });
  const failed = turns.take({ order: 'A', address: 'a' }, () => Promise.reject(new Error('The disk is full.')));
  const next = turns.take({ order: 'B', address: 'b' }, () => Promise.resolve('inspected'));
  await expect(failed).rejects.toThrow('The disk is full.');
  expect(await next).toBe('inspected');
});

describe('whoever sends twelve hard files', () => {
  it('under one order has one turn, and the next customer begins at once', async () => {
    const { begun, asks } = inspections({ waiting: { ...LIMITS.waiting, perOrder: 12 } });
    for (let n = 1; n <= 12; n += 1) void asks(`bomb ${n}`, 'stranger');
    void asks('card', 'Camille');
    expect(await begun()).toEqual(['bomb 1', 'card']);
  });

  it('under twelve orders from one address holds both turns only as long as nobody else waits', async () => {
    const { begun, asks, ends } = inspections();
    for (let n = 1; n <= 8; n += 1) void asks(`bomb ${n}`, `order ${n}`, 'stranger');
    void asks('card', 'Camille');
    void asks('certificate', 'Karim');
    await ends('bomb 1', 20_000);
    await ends('bomb 2', 20_000);
    expect(await begun()).toEqual(['bomb 1', 'bomb 2', 'card', 'certificate']);
  });

  it('waits behind those who have cost less within the hour, also from two addresses', async () => {
    const { begun, asks, ends, passes } = inspections({ atOnce: 1 });
    void asks('bomb 1', 'order 1', 'stranger');
    await ends('bomb 1', 20_000);
    void asks('photo', 'Léa');
    void asks('bomb 2', 'order 2', 'stranger');
    void asks('card', 'Camille');
    await ends('photo', 300);
    expect((await begun()).at(-1)).toBe('card');
    passes(3_700_000);
    void asks('certificate', 'Karim');
    await ends('card');
    expect((await begun()).at(-1)).toBe('bomb 2');
  });
});

describe('who cannot be served is told so', () => {
  const busy = async (work: Promise<unknown>) => {
    const fault: unknown = await work.catch((one: unknown) => one);
    return fault instanceof Refusal ? fault.code : 'served';
  };

  it('at once, where too many of the same order, of the same address, or of all wait', async () => {
    const { asks } = inspections({ atOnce: 1, waiting: { perOrder: 1, perAddress: 2, inAll: 4, ms: 60_000 } });
    void asks('first', 'A', 'x');
    void asks('second', 'A', 'x');
    expect(await busy(asks('third', 'A', 'x'))).toBe('busy-now');
    void asks('of another order', 'B', 'x');
    expect(await busy(asks('of a third order', 'C', 'x'))).toBe('busy-now');
    void asks('elsewhere', 'D', 'y');
    void asks('also elsewhere', 'E', 'z');
    expect(await busy(asks('too many in all', 'F', 'w'))).toBe('busy-now');
  });

  it('after a while, where no turn came; the turn goes to others', async () => {
    const { asks, begun, ends } = inspections({ atOnce: 1, waiting: { ...LIMITS.waiting, ms: 1 } });
    void asks('slow', 'A');
    expect(await busy(asks('waiting', 'B'))).toBe('busy-now');
    await ends('slow');
    void asks('late', 'C');
    expect(await begun()).toEqual(['slow', 'late']);
  });
});
