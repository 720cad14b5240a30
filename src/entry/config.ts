import { z } from 'zod';

const key = z.string().regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (openssl rand -hex 32)');
const seconds = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);
const yesOrNo = z
  .enum(['yes', 'no'])
  .default('no')
  .transform((answer) => answer === 'yes');

/** Every setting of the program, each explained in .env.example. */
const Environment = z.object({
  DATABASE_URL: z.url({ protocol: /^mysql$/ }),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('contremarque'),
  TEMPORAL_TLS: yesOrNo,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  IMAP_URL: z.url({ protocol: /^imaps?$/ }),
  PROOF_DIR: z.string().min(1),
  MASTER_KEY: key,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(8081),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).default(0),
  PAYMENT_PROVIDER: z.enum(['sandbox']).default('sandbox'),
  HOLD_SECONDS: seconds(15 * 60),
  TIDY_SECONDS: seconds(60),
  TICKET_KEYS: z
    .string()
    .regex(/^[a-zA-Z0-9]{1,4}(?:,[a-zA-Z0-9]{1,4})*$/, 'must be names of one to four letters or digits, with commas between')
    .default('k1')
    .transform((names) => names.split(',')),
  MAILBOX_LEASE_SECONDS: seconds(18),
  IMAP_DEADLINE_SECONDS: seconds(30),
  TEMPORAL_UI_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = z.output<typeof Environment>;

/** What is wrong with the environment, setting by setting; values are never told. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}\nSee .env.example.`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The only reader of the environment. Throws a ConfigError that names every problem at once. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}

/** Settings that a command may do without: `mail explain` needs no database. */
export function hasConfig(environment: NodeJS.ProcessEnv = process.env): boolean {
  return Environment.safeParse(environment).success;
}
