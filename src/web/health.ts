import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { faultLine } from './log';
import type { WebNeeds } from './needs';
import { ROUTES } from './paths';

/** Whoever asks whether we are ready gives up soon (docker-compose.yml: after 5 s). */
const ANSWER_MS = 4000;

/** /livez: the process answers. /readyz: what it needs answers too; names only, no reason given to the outside. */
export function healthChecks({ readiness, log }: Pick<WebNeeds, 'readiness' | 'log'>): Router {
  const router = Router();
  router.get(ROUTES.alive, (_request, response) => void response.type('text/plain').send('alive'));
  router.get(ROUTES.ready, async (_request, response) => {
    const checks = await Promise.all(Object.entries(readiness).map(async ([name, check]) => [name, await answers(name, check)] as const));
    const ready = checks.every(([, ok]) => ok);
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ready, checks: Object.fromEntries(checks) });
  });
  return router;

  async function answers(name: string, check: () => Promise<unknown>): Promise<boolean> {
    try {
      await Promise.race([
        check(),
        pause(ANSWER_MS, undefined, { ref: false }).then(() => Promise.reject(new Error('No answer in time.'))),
      ]);
      return true;
    } catch (fault) {
      log.warn({ fault: faultLine(fault), check: name }, 'not ready');
      return false;
    }
  }
}
