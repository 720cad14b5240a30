import { startApp, type App } from './app';
import { byHand } from './by-hand';
import { deskAccount } from './desk-account';
import { sayToPerson } from './say';
import { startStack, VENUE_MAILBOX, type Stack } from './stack';
import { storiesAt } from './temporal';
import { untilSignal } from './until-signal';

const FAVOURITE_PORT = 8080;

/** `make up`: the stack "main" with web and worker, until somebody ends it. What it holds is kept for the next time. */
async function main(): Promise<void> {
  const ended = untilSignal();
  const stack = await startStack({ name: 'main', durableMail: true });
  try {
    const app = await startApp(stack, { port: FAVOURITE_PORT });
    try {
      process.stdout.write(addresses(stack, app, await deskAccount(stack.dir, app.env)));
      sayToPerson(`Stopping (${await ended}).`);
    } finally {
      await app.stop();
    }
  } finally {
    await stack.stop();
  }
}

function addresses(stack: Stack, app: App, account: readonly string[]): string {
  const rows = [
    ['storefront', app.publicUrl],
    ['desk', `${app.publicUrl}/guichet`],
    ...account.map((line) => ['', line]),
    ['Temporal', stack.temporalUiUrl === undefined ? stack.temporalAddress : storiesAt(stack.temporalUiUrl)],
    ['database', stack.databaseUrl],
    ['staff mailbox', `${stack.imapUrl} (${VENUE_MAILBOX}, password secret; so has every other address)`],
    ['mail in', stack.smtpUrl],
    ['logs, files', stack.dir],
    ['by hand', byHand(stack.dir, app.env)],
  ];
  return ['', ...rows.map(([what, where]) => `  ${what?.padEnd(14)} ${where}`), '', '  Ctrl-C ends all of it.', ''].join('\n');
}

main().catch((fault: unknown) => {
  sayToPerson(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
});
