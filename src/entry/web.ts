import { once } from 'node:events';
import { createApp } from '../web/app';
import { USUAL_LIMITS } from '../web/limits';
import type { WebNeeds } from '../web/needs';
import { SessionStore } from '../web/session-store';
import { untilItAnswers } from './until-it-answers';
import { stopSignal } from './stop-signal';
import { surviveFaults } from './survive-faults';
import type { Config } from './config';
import { SECRETS_VISIBLE } from './config';
import { bindAccess } from '../use-cases/bind-commands';
import { createAccessDeeds } from './access-deeds';
import { createDeeds } from './deeds';
import { deriveKey } from './keys';
import { FOR_PAGES } from '../mysql/database';
import type { World } from './wire';
import { createWorld } from './wire';

/** The pages, the API and the payment notifications, until a signal ends them. */
export async function runWeb(config: Config): Promise<void> {
  const world = createWorld(config, FOR_PAGES);
  surviveFaults(world.log);
  if (config.secretsVisible) world.log.warn(SECRETS_VISIBLE);
  const server = createApp(webNeeds(world, config)).listen(config.PORT, config.HOST);
  await once(server, 'listening');
  server.on('error', (fault) => world.warn('a connection could not be taken', fault));
  world.log.info({ port: config.PORT }, 'web answers');
  const stop = stopSignal();
  // Pages say so meanwhile, and /readyz; a payment provider hears that it must come again.
  untilItAnswers('the database', () => whenItAnswers(world), { log: world.log, ends: stop }).catch(() => undefined);
  tellWalls(world).catch((fault: unknown) => world.warn('the walls around the reading of proofs are not known', fault));
  if (!stop.aborted) await once(stop, 'abort');
  // What has begun is finished; the connections behind it close last.
  server.closeIdleConnections();
  await new Promise((done) => {
    server.close(done);
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
  });
  await world.close();
}

/** One clock for all processes, and nothing in the clear that an earlier version left so. */
async function whenItAnswers({ clock, sealOldSecrets, log }: World): Promise<void> {
  await clock.start();
  const sealed = await sealOldSecrets();
  if (sealed > 0) log.info({ sealed }, 'one-time code secrets sealed');
}

/** What stands around the process that reads a customer's file, and what does not on this machine (docs/operations.md). */
async function tellWalls({ log, walls }: World): Promise<void> {
  const { standing, missing } = await walls();
  log[missing.length > 0 ? 'warn' : 'info']({ standing, missing }, 'walls around the reading of proofs');
}

/** What the pages, the API and the notifications need of the world. */
export function webNeeds(world: World, config: Config): WebNeeds {
  const { warn } = world;
  const deeds = createDeeds(world, config);
  return {
    ...world,
    sessions: new SessionStore({ sessions: world.sessions, warn }),
    settings: {
      publicUrl: config.PUBLIC_URL,
      trustedProxies: config.TRUSTED_PROXIES,
      sessionSecret: deriveKey(config.MASTER_KEY, 'sessions').toString('hex'),
      csrfSecret: deriveKey(config.MASTER_KEY, 'csrf').toString('hex'),
      addressSecret: deriveKey(config.MASTER_KEY, 'addresses').toString('hex'),
      paymentProvider: world.provider.name,
      paymentOrigins: [],
      limits: USUAL_LIMITS,
    },
    readiness: {
      database: () => world.knex.raw('select 1'),
      proofs: () => world.files.checkRoom(),
      temporal: () => world.client.withDeadline(Date.now() + 2000, () => world.client.workflowService.getSystemInfo({})),
    },
    deeds: {
      ...deeds,
      ...bindAccess(deeds.bindKey, createAccessDeeds(world, deeds)),
    },
    providerPages: world.provider.pages?.(),
  };
}
