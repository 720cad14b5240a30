import { readFile } from 'node:fs/promises';
import { connect } from '../mysql/database';
import type { MigrationStep } from '../mysql/migrate';
import { migrate } from '../mysql/migrate';
import { seedTheatre } from '../mysql/seed/seed-theatre';
import type { SettingsOf } from './config';

export async function migrateDatabase(config: SettingsOf<'database'>, step: MigrationStep): Promise<void> {
  const knex = connect(config.DATABASE_URL, { silentMs: 0 });
  try {
    const ran = await migrate(knex, step);
    process.stdout.write(
      ran.length === 0 ? 'Nothing to migrate.\n' : `${ran.map((name) => `${step === 'down' ? 'back' : 'done'} ${name}`).join('\n')}\n`,
    );
  } finally {
    await knex.destroy();
  }
}

export interface SeedCommand {
  readonly undoSeconds?: number;
  readonly gatherSeconds?: number;
  readonly authservId?: string;
  readonly logo?: string;
  readonly plan?: string;
}

export async function seedDatabase(
  config: SettingsOf<'database'>,
  { undoSeconds, gatherSeconds, authservId, logo, plan }: SeedCommand,
): Promise<void> {
  const knex = connect(config.DATABASE_URL);
  const read = async (file: string | undefined) => (file === undefined ? undefined : readFile(file));
  try {
    await seedTheatre(knex, {
      now: new Date().toISOString(),
      policy: {
        ...(undoSeconds === undefined ? {} : { undoMs: undoSeconds * 1000 }),
        ...(gatherSeconds === undefined ? {} : { gatherMs: gatherSeconds * 1000 }),
      },
      ...(authservId === undefined ? {} : { authentication: { mode: 'ar', authservId } }),
      pictures: { logo: await read(logo), plan: await read(plan) },
    });
    process.stdout.write('The Théâtre des Mariniers is open.\n');
  } finally {
    await knex.destroy();
  }
}
