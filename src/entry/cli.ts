import { Command, CommanderError, Option } from 'commander';
import type { Role } from '../ports/staff';
import { ROLES } from '../ports/staff';
import { COMMAND_SETTINGS, ConfigError, readConfigOnce, readSettings } from './config';
import type { SeedCommand } from './database-commands';
import { faultWords } from './fault-words';
import type { ProbeOptions } from './probe-command';
import { authservId, mailAddress, oneLine, orderReference, requireMeant, wholeNumber, WrongUse } from './typed';

/** Exit codes (docs/contracts.md): 0 done, 1 a fault or a no, 2 wrong use or settings, 3 something is missing on this machine. */
const program = new Command('contremarque').description('Back-office of a theatre’s online box office').version('0.1.0').exitOverride();

program
  .command('web')
  .description('pages, API and payment notifications')
  .action(async () => (await import('./web.js')).runWeb(readConfigOnce()));

program
  .command('worker')
  .description('the stories of the orders, and the mailbox')
  .action(async () => (await import('./worker.js')).runWorker(readConfigOnce()));

program
  .command('migrate')
  .description('brings the database to this version')
  .option('--down', 'takes the last migration back')
  .action(async ({ down }: { down?: true }) =>
    (await import('./database-commands.js')).migrateDatabase(readSettings(COMMAND_SETTINGS.database), down ? 'down' : 'latest'),
  );

program
  .command('seed')
  .description('loads a believable French theatre; repeating it changes nothing')
  .option('--undo-seconds <n>', 'how long a decision can be taken back', wholeNumber(0))
  .option('--gather-seconds <n>', 'how long the other proofs of an order are waited for', wholeNumber(0))
  .option('--authserv-id <id>', 'the host whose Authentication-Results are believed', authservId)
  .option('--logo <file>', 'picture on pages and tickets')
  .option('--plan <file>', 'access plan on the tickets')
  .action(async (options: SeedCommand) =>
    (await import('./database-commands.js')).seedDatabase(readSettings(COMMAND_SETTINGS.database), options),
  );

const order = program.command('order').description('one order');
order
  .command('show')
  .description('an order with its timeline')
  .argument('<reference>', 'as letters have it', orderReference)
  .action(async (reference: string) => (await import('./order-commands.js')).showOrder(readSettings(COMMAND_SETTINGS.record), reference));

order
  .command('renew-link')
  .description(
    'a new link for the customer: the ones of earlier letters open nothing any more, and a letter leaves as soon as the mail host takes it',
  )
  .argument('<reference>', 'as letters have it', orderReference)
  .action(async (reference: string) =>
    (await import('./order-commands.js')).renewOrderLink(readSettings(COMMAND_SETTINGS.letters), reference),
  );

const orders = program.command('orders').description('all orders');
orders
  .command('resume')
  .description('starts, from the record, every open story that Temporal does not know')
  .action(async () => (await import('./order-commands.js')).resumeOrders(readSettings(COMMAND_SETTINGS.stories)));

const staff = program.command('staff').description('people at the desk');
staff
  .command('add')
  .description('adds a person; the password is read from standard input')
  .requiredOption('--name <name>', 'as colleagues know them', oneLine)
  .requiredOption('--email <address>', 'their own', mailAddress)
  .option('--as-typed', 'the address is right, though it looks like a slip')
  .addOption(role())
  .action(async ({ asTyped, ...person }: { name: string; email: string; role: Role; asTyped?: boolean }) => {
    requireMeant({ email: person.email, asTyped });
    await (await import('./staff-commands.js')).addStaff(readSettings(COMMAND_SETTINGS.secrets), person);
  });

staff
  .command('list')
  .description('who may come in: number, address, role, state, name')
  .action(async () => (await import('./staff-commands.js')).listStaff(readSettings(COMMAND_SETTINGS.record)));
for (const [deed, about] of [
  ['retire', 'lets a person in no more, at once, sessions included'],
  ['restore', 'undoes that: the same password and code are good again'],
] as const)
  staff
    .command(deed)
    .description(about)
    .argument('<email>', 'whose account it is', mailAddress)
    .action(async (email: string) => (await import('./staff-commands.js')).changeStaff(readSettings(COMMAND_SETTINGS.record), deed, email));

staff
  .command('invite')
  .description(
    'ends password, code and sessions, and prints the link to choose new ones (it leaves by mail too, as soon as the mail host takes it)',
  )
  .argument('<email>', 'whose account it is', mailAddress)
  .action(async (email: string) => (await import('./staff-commands.js')).inviteStaff(readSettings(COMMAND_SETTINGS.letters), email));

const apiKey = program.command('api-key').description('programs at the API');
apiKey
  .command('add')
  .description('adds a key and prints it, once')
  .requiredOption('--name <name>', 'of the program', oneLine)
  .addOption(role())
  .action(async (key: { name: string; role: Role }) =>
    (await import('./staff-commands.js')).addApiKey(readSettings(COMMAND_SETTINGS.record), key),
  );

apiKey
  .command('list')
  .description('the keys: number, role, since when, state, name')
  .action(async () => (await import('./staff-commands.js')).listApiKeys(readSettings(COMMAND_SETTINGS.record)));
for (const [deed, about] of [
  ['revoke', 'ends a key, at once'],
  ['restore', 'undoes that'],
] as const)
  apiKey
    .command(deed)
    .description(about)
    .argument('<number>', 'as the list has it', wholeNumber(1))
    .action(async (id: number) => (await import('./staff-commands.js')).changeApiKey(readSettings(COMMAND_SETTINGS.record), deed, id));

const mail = program.command('mail').description('what comes in');
mail
  .command('explain <files...>')
  .description('what would be made of raw mails, and why: a line of JSON a file')
  .option('--seats <n>', 'how many seats the letter listed', wholeNumber(1))
  .action(async (files: string[], options: { seats?: number }) => (await import('./mail-commands.js')).explainMails(files, options));

mail
  .command('probe')
  .description('sends a mail through the venue’s own host, and says which setting of the venue fits')
  .option('--from <address>', 'in whose name; the SMTP account’s own when nobody is named', mailAddress)
  .option('--seconds <n>', 'how long to wait for it', wholeNumber(1))
  .option('--json', 'one line of JSON')
  .action(async (options: ProbeOptions) =>
    (await import('./probe-command.js')).probeMailHost(readSettings(COMMAND_SETTINGS.mailHost), options),
  );

function role(): Option {
  return new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory();
}

// Who reads a pipe may go away (`| head`): what was begun is done to its end, and says no more.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') return;
    process.once('exit', () => (process.exitCode = 1));
    if (stream === process.stdout) process.stderr.write(`What was to be printed could not be written (${fault.code ?? fault.message}).\n`);
  });

program.parseAsync().catch((fault: unknown) => {
  // Commander has said its own words already, and help is no mistake.
  if (!(fault instanceof CommanderError)) process.stderr.write(`${faultWords(fault)}\n`);
  process.exitCode = exitCodeOf(fault);
});

function exitCodeOf(fault: unknown): number {
  if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
  return fault instanceof ConfigError || fault instanceof WrongUse ? 2 : 1;
}
