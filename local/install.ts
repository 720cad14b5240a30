import { existsSync, writeFileSync, rmSync } from 'node:fs';
import { findOnPath } from './executables';
import { runInSight } from './run';
import { sayToPerson } from './say';

type Need = { readonly package: string; readonly has: string; readonly why: string; readonly insteadOf?: string };

const NEEDS: readonly Need[] = [
  { package: 'mariadb-server-core', has: 'mariadbd', why: 'the database', insteadOf: 'DATABASE_URL' },
  { package: 'mariadb-client-core', has: 'mariadb', why: "a person's way into the database", insteadOf: 'DATABASE_URL' },
  { package: 'dovecot-imapd', has: '/usr/lib/dovecot/imap', why: 'the mailboxes', insteadOf: 'IMAP_URL' },
  { package: 'dovecot-lmtpd', has: '/usr/lib/dovecot/lmtp', why: 'delivery into the mailboxes', insteadOf: 'IMAP_URL' },
  { package: 'chromium', has: 'chromium', why: 'the browser that looks at the pages' },
  { package: 'poppler-utils', has: 'pdftoppm', why: 'pictures of tickets and proofs' },
];

const POLICY = '/usr/sbin/policy-rc.d';
/** The exit code that says: this machine lacks something that we may not install. */
const MACHINE_LACKS = 3;

type Install = (needs: readonly Need[]) => Promise<void>;

/** Installs what is missing; where there is no way to install (see `debianInstaller`) throws what the person must install. */
export async function installMissing(needs: readonly Need[], install: Install | undefined): Promise<void> {
  const missing = needs.filter((need) => !isThere(need));
  if (missing.length === 0) return;
  if (install === undefined) throw new Error(whatToInstall(missing));
  await install(missing);
  const still = missing.filter((need) => !isThere(need));
  if (still.length > 0) throw new Error(`Everything was installed, yet these are missing: ${still.map(({ has }) => has).join(', ')}.`);
}

function isThere({ has, insteadOf }: Need): boolean {
  if (insteadOf !== undefined && process.env[insteadOf]) return true; // a given server is used
  return has.startsWith('/') ? existsSync(has) : findOnPath(has) !== undefined;
}

/** apt-get, as root on a Debian machine; undefined elsewhere. */
export function debianInstaller(): Install | undefined {
  return process.getuid?.() === 0 && findOnPath('apt-get') !== undefined ? aptInstall : undefined;
}

async function aptInstall(needs: readonly Need[]): Promise<void> {
  const packages = needs.map((need) => need.package);
  for (const need of needs) sayToPerson(`Installing ${need.package}: ${need.why}.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await withoutStartingServices(async () => {
    await apt(['update', '-q'], env);
    await apt(['install', '-y', '-q', '--no-install-recommends', ...packages], env);
  });
  // Debian's own Dovecot would listen on every address of the machine at the next boot.
  if (packages.includes('dovecot-imapd') && existsSync('/run/systemd/system'))
    await runInSight('systemctl', ['disable', '--now', 'dovecot']);
}

async function apt(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const code = await runInSight('apt-get', args, env);
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} ended with exit code ${code}.`);
}

/** Debian starts a server as soon as it is installed; ours are started by us alone. policy-rc.d is Debian's way to say so. */
async function withoutStartingServices(install: () => Promise<void>): Promise<void> {
  if (existsSync(POLICY)) return install();
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    rmSync(POLICY, { force: true });
  }
}

function whatToInstall(missing: readonly Need[]): string {
  const packages = missing.map((need) => need.package).join(' ');
  return [
    'This machine lacks:',
    ...missing.map((need) => `  - ${need.has} (Debian package ${need.package}): ${need.why}`),
    'One of these helps:',
    `  - as root on Debian or Ubuntu: apt-get install --no-install-recommends ${packages}`,
    '  - run the same command as root on a Debian machine: it installs them by itself',
    '  - docker-compose up',
  ].join('\n');
}

if (require.main === module) {
  installMissing(NEEDS, debianInstaller()).catch((fault: unknown) => {
    sayToPerson(fault instanceof Error ? fault.message : String(fault));
    process.exitCode = MACHINE_LACKS;
  });
}
