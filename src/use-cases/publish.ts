import { Refusal } from '../domain/refusal';
import type { Actor } from '../domain/actor';
import type { Door } from '../domain/decision/decision';
import type { Clock } from '../ports/clock';
import type { PerformanceReadiness, Publications, Readiness } from '../ports/sale/readiness';

interface Needs {
  readonly readiness: Pick<Readiness, 'of'>;
  readonly publications: Publications;
  readonly clock: Clock;
}

export interface Asked {
  readonly by: Actor;
  readonly door: Door;
}

/** Nothing goes online before every step is made; what is online can be taken off at any time. */
export function createPublish({ readiness, publications, clock }: Needs) {
  return {
    async publish(performanceId: number, asked: Asked): Promise<void> {
      await known(performanceId);
      await publications.publish(performanceId, { ...asked, at: clock.now() }, refuseUnready);
    },

    async unpublish(performanceId: number, asked: Asked): Promise<void> {
      await known(performanceId);
      await publications.unpublish(performanceId, { ...asked, at: clock.now() });
    },
  };

  async function known(performanceId: number): Promise<PerformanceReadiness> {
    const found = await readiness.of(performanceId);
    if (!found) throw new Refusal('performance-not-found', `No performance ${performanceId}.`);
    return found;
  }
}

function refuseUnready({ ready, missing, performance }: PerformanceReadiness): void {
  if (ready) return;
  const steps = missing.map(({ code }) => code).join(' ');
  throw new Refusal('not-ready', `Performance ${performance.id} is not ready: ${steps}.`, { missing: steps });
}

export type Publish = ReturnType<typeof createPublish>;
