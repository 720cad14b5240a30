import { connect } from '../mysql/database';
import type { MigrationStep } from '../mysql/migrate';
import { migrate } from '../mysql/migrate';
import { seedTheatre } from '../mysql/seed/seed-theatre';
import type { Config } from './config';

export async function migrateDatabase(config: Config, step: MigrationStep): Promise<void> {
  const knex = connect(config.DATABASE_URL);
  try {
    const ran = await migrate(knex, step);
    process.stdout.write(
      ran.length === 0 ? 'Nothing to migrate.\n' : `${ran.map((name) => `${step === 'down' ? 'back' : 'done'} ${name}`).join('\n')}\n`,
    );
  } finally {
    await knex.destroy();
  }
}

export async function seedDatabase(config: Config): Promise<void> {
  const knex = connect(config.DATABASE_URL);
  try {
    await seedTheatre(knex, { now: new Date().toISOString() });
    process.stdout.write('The Théâtre des Mariniers is open.\n');
  } finally {
    await knex.destroy();
  }
}
