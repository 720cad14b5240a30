import { holderOf, removeStack } from '../local/stack-folder';
import { startApp, type App } from '../local/app';
import { startStack, type Stack } from '../local/stack';
import { readConfig, type Config } from '../src/entry/config';
import { createDeeds, type Deeds } from '../src/entry/deeds';
import { createWorld, type World } from '../src/entry/wire';
import { openLetterBox, type LetterBox } from './letter-box';
import { watch, type Watched } from './processes';
import { openSeats, type SeatQueue } from './seats';

/** A theatre of its own for the figures that need one: private servers, web and worker, seats for thousands. */
export interface House {
  readonly stack: Stack;
  readonly app: App;
  readonly config: Config;
  /** The adapters and use cases of this process, which speaks to the same servers as web and worker. */
  readonly world: World;
  readonly deeds: Deeds;
  readonly letters: LetterBox;
  readonly seats: SeatQueue;
  readonly reviewers: readonly Reviewer[];
  readonly crew: Readonly<Record<'web' | 'worker' | 'temporal' | 'mariadb', Watched>>;
  close(): Promise<void>;
}

interface Reviewer {
  readonly id: number;
  readonly name: string;
  readonly address: string;
}

const NAME = 'bench';

/** Decisions leave at once: what is measured is work, not the undo window. */
const SEED = ['--undo-seconds', '0', '--gather-seconds', '0'] as const;

export async function openHouse(): Promise<House> {
  // What an earlier run has kept would be measured too.
  if (holderOf(NAME) === undefined) removeStack(NAME);
  const stack = await startStack({ name: NAME, given: {}, headless: true });
  const letters = await openLetterBox();
  // Each visitor says an address of their own: the limits a minute are for one address.
  const app = await startApp(stack, { env: { SMTP_URL: letters.url, TRUSTED_PROXIES: '1' }, seed: SEED });
  const config = readConfig(app.env);
  const world = createWorld(config);
  return {
    ...{ stack, app, config, world, letters },
    deeds: createDeeds(world, config),
    seats: await openSeats(world.knex),
    reviewers: await world.knex('reviewers').where({ active: true }).orderBy('id').select('id', 'name', 'address'),
    crew: {
      web: watch('contremarque web'),
      worker: watch('contremarque worker'),
      temporal: watch('server start-dev'),
      mariadb: watch('mariadbd'),
    },
    async close(): Promise<void> {
      await world.close();
      await app.stop();
      await letters.close();
      await stack.stop();
    },
  };
}
