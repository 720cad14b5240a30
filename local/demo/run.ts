import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startApp } from '../app';
import { startStack } from '../stack';
import type { Company } from './company';
import { UNDO_SECONDS } from './company';
import { LEFT_BEHIND, leaveBehind } from './leave-behind';
import { playTemporalKilled, playWorkerKilled } from './scenes/killed';
import { playMain } from './scenes/main';
import { playRefusal, playTwice, playUnclear, playUndo } from './scenes/unhappy';
import { rehearse } from './rehearse';
import { SceneFailed, step } from './stage';

const SPECTATORS = ['ines.cardoso', 'yannick.morvan', 'hugo.roussel', 'nadia.ferrand', 'samir.ferrand', 'maud.serignac'].map(
  (name) => `${name}@courriel.example`,
);

/** `make demo`: the whole story of a few orders, checked from outside. Exit 0 when every scene ended as it must. */
async function demo(): Promise<void> {
  // A fresh stage: a kept one would mix the mails of two runs.
  rmSync(LEFT_BEHIND, { recursive: true, force: true });
  step('Starting MariaDB, Dovecot, the mail listener and Temporal, private and on loopback');
  const stack = await startStack({ name: join('demo') });
  try {
    step('Migrating, seeding, starting web and worker');
    const app = await startApp(stack, {
      env: { TIDY_SECONDS: '2' },
      seed: ['--undo-seconds', String(UNDO_SECONDS), '--gather-seconds', '3'],
    });
    try {
      const company = await rehearse(stack, app);
      await play(company).catch(async (fault: unknown) => {
        process.stderr.write(
          `Mails that need a person: ${JSON.stringify(await company.api('/mails'), undefined, 1)}\nLogs: ${app.web.log}, ${app.worker.log}\n`,
        );
        throw fault;
      });
    } finally {
      await app.stop();
    }
  } finally {
    await stack.stop();
  }
}

async function play(company: Company): Promise<void> {
  const main = await playMain(company);
  await playRefusal(company);
  await playUnclear(company);
  await playTwice(company);
  await playUndo(company);
  await playWorkerKilled(company);
  await playTemporalKilled(company);
  await leaveBehind(company, main, SPECTATORS);
  step(`Every scene ended as it must. Look at ${join(LEFT_BEHIND, 'index.html')}`);
}

demo().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(
      `\nThe demo failed: ${fault instanceof SceneFailed ? fault.message : fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
    );
    process.exit(1);
  },
);
