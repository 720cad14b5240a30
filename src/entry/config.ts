import { readFileSync } from 'node:fs';
import { z, type ZodObject, type ZodType } from 'zod';
import { PROVIDER_NAMES } from '../payment/providers';
import { forgetVariables } from './forget-variables';
import { settingWords } from './setting-words';

const key = z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (openssl rand -hex 32)');
const seconds = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);
const address = (example: string, protocol = /./) => z.url({ protocol, error: `must be an address such as ${example}` });
const yesOrNo = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((answer) => answer === 'yes');

/** Every setting of the program, each explained in .env.example. */
const Settings = z.object({
  DATABASE_URL: address('mysql://user:password@host:3306/database', /^mysql$/),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('contremarque'),
  TEMPORAL_TLS: yesOrNo,
  SMTP_URL: address('smtps://user:password@host:465', /^smtps?$/),
  IMAP_URL: address('imaps://user:password@host:993', /^imaps?$/),
  PROOF_DIR: z.string().min(1),
  MASTER_KEY: key,
  PUBLIC_URL: address('https://billetterie.theatre.example', /^https?$/).transform((url) => url.replace(/\/$/, '')),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  // docker-compose hands an empty word on where nothing was said.
  PAYMENT_PROVIDER: z.preprocess((said) => (said === '' ? undefined : said), z.enum(PROVIDER_NAMES).optional()),
  HOLD_SECONDS: seconds(15 * 60),
  HOLD_EXTENSIONS: z.coerce.number().int().min(10).default(10),
  UNPAID_SEATS_PER_SESSION: z.coerce.number().int().min(0).default(20),
  UNPAID_SEATS_PER_ADDRESS: z.coerce.number().int().min(0).default(100),
  UNPAID_PERCENT_PER_ADDRESS: z.coerce.number().int().min(0).max(100).default(25),
  TIDY_SECONDS: seconds(60),
  TICKET_KEYS: z
    .string()
    .regex(/^[a-zA-Z0-9]{1,4}(?:,[a-zA-Z0-9]{1,4})*$/, 'must be names of one to four letters or digits, with commas between')
    .default('k1')
    .transform((names) => names.split(',')),
  MAILBOX_LEASE_SECONDS: seconds(18),
  IMAP_DEADLINE_SECONDS: seconds(30),
  TEMPORAL_UI_URL: address('http://127.0.0.1:8233').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const Environment = Settings.superRefine(({ PUBLIC_URL, PAYMENT_PROVIDER }, context) => {
  const silent = PAYMENT_PROVIDER === undefined && PUBLIC_URL.startsWith('https:');
  const message = 'must be named where PUBLIC_URL is https (sandbox takes no money)';
  if (silent) context.addIssue({ code: 'custom', path: ['PAYMENT_PROVIDER'], message });
}).transform((settings) => ({ ...settings, PAYMENT_PROVIDER: settings.PAYMENT_PROVIDER ?? 'sandbox' }));

/** Each may lie in a file instead, whose path `<name>_FILE` says; `/dev/fd/3` is one too. */
const SECRETS = ['MASTER_KEY', 'DATABASE_URL', 'SMTP_URL', 'IMAP_URL'] as const;

export type Config = z.output<typeof Environment> & {
  /** Files that hold secrets: nobody who reads a customer's file may see them. */
  readonly secretFiles: readonly string[];
  /** Whoever may look into /proc/<pid>/environ reads secrets there. */
  readonly secretsVisible: boolean;
};

/** Told at start, where it is so. */
export const SECRETS_VISIBLE = 'secrets can be read in /proc/<pid>/environ: put them into files (MASTER_KEY_FILE)';

/** Of one kind of command (`COMMAND_SETTINGS`). */
export type SettingsOf<K extends keyof typeof COMMAND_SETTINGS> = z.output<(typeof COMMAND_SETTINGS)[K]>;

/** What is wrong with the environment, setting by setting; values are never told. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`These settings are missing or wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}\nSee .env.example.`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** What each command at the terminal uses, and nothing that it does not. */
export const COMMAND_SETTINGS = {
  database: Settings.pick({ DATABASE_URL: true }),
  /** What stands in the database, and none of the secrets that are derived or sealed. */
  record: Settings.pick({ DATABASE_URL: true, LOG_LEVEL: true }),
  /** The same, and those secrets. */
  secrets: Settings.pick({ DATABASE_URL: true, MASTER_KEY: true, LOG_LEVEL: true }),
  /** The same, and a letter with a link. */
  letters: Settings.pick({ DATABASE_URL: true, MASTER_KEY: true, LOG_LEVEL: true, SMTP_URL: true, PUBLIC_URL: true }),
  stories: Settings.pick({
    ...{ DATABASE_URL: true, LOG_LEVEL: true },
    ...{ TEMPORAL_ADDRESS: true, TEMPORAL_NAMESPACE: true, TEMPORAL_TLS: true },
  }),
  inbox: Settings.pick({ DATABASE_URL: true, LOG_LEVEL: true, IMAP_URL: true }),
  mailHost: Settings.pick({ SMTP_URL: true, IMAP_URL: true }),
};

/** For web and worker: all of them. Throws a ConfigError that names every problem at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { settings, files } = checked(Environment, { environment, names: SECRETS });
  return { ...settings, secretFiles: files, secretsVisible: SECRETS.some((name) => environment[name] !== undefined) };
}

/** For one command: those that it uses; another that is missing or wrong is not in its way. */
export function readSettings<S extends ZodObject>(schema: S, environment: NodeJS.ProcessEnv = process.env): z.output<S> {
  return checked(schema, { environment, names: Object.keys(schema.shape) }).settings;
}

interface Checked<S extends ZodType> {
  readonly settings: z.output<S>;
  readonly files: readonly string[];
}

interface Asked {
  readonly environment: NodeJS.ProcessEnv;
  /** Of those whose files count. */
  readonly names: readonly string[];
}

/** The only reader of the environment. */
function checked<S extends ZodType>(schema: S, { environment, names }: Asked): Checked<S> {
  const { values, files, problems } = withSecretFiles(environment);
  const { success, data, error } = schema.safeParse(values);
  const own = problems.filter(([name]) => names.includes(name));
  if (success && own.length === 0) return { settings: data, files };
  const named = new Set(own.map(([name]) => name));
  const others = (error?.issues ?? []).map((issue) => [issue.path.join('.'), settingWords(issue)] as const);
  const all = [...own, ...others.filter(([name]) => !named.has(name))];
  throw new ConfigError(all.map(([name, problem]) => `${name}: ${problem}`));
}

/** For a process that stays: reads the environment, then takes the secrets out of it. */
export function readConfigOnce(): Config {
  const config = readConfig();
  return { ...config, secretsVisible: !forgetVariables(process.env, SECRETS) };
}

/** Settings that a command may do without: `mail explain` needs no database. */
export function hasSettings(schema: ZodObject, environment: NodeJS.ProcessEnv = process.env): boolean {
  return schema.safeParse(withSecretFiles(environment).values).success;
}

type Problem = readonly [name: string, problem: string];

/** The environment with what the files of secrets hold. */
function withSecretFiles(environment: NodeJS.ProcessEnv) {
  const values: NodeJS.ProcessEnv = { ...environment };
  const files: string[] = [];
  const problems: Problem[] = [];
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    files.push(file);
    if (environment[name]) problems.push([name, `is set, and ${name}_FILE too: keep one of them`]);
    else values[name] = contentOf(file) ?? (problems.push([name, `the file that ${name}_FILE names cannot be read`]), undefined);
  }
  return { values, files, problems };
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
