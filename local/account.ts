import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** The account a server runs as. `prefix` is the command that becomes it: empty when we are already an ordinary user. */
export type Account = {
  readonly user: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
  readonly prefix: readonly string[];
};

// A socket's path holds 107 characters, and Dovecot adds up to thirty to the folder it is given.
const LONGEST_HOME = 70;

/** MariaDB refuses to run as root, and no server of a demo needs to: as root, the servers run as `nobody`, which every system has. */
export function ordinaryAccount(): Account {
  const me = userInfo();
  if (me.uid !== 0) return { user: me.username, group: print('id', '-gn'), uid: me.uid, gid: me.gid, prefix: [] };
  const uid = Number(print('id', '-u', 'nobody'));
  const gid = Number(print('id', '-g', 'nobody'));
  const prefix = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
  return { user: 'nobody', group: print('id', '-gn', 'nobody'), uid, gid, prefix };
}

/**
 * A folder that belongs to the account and that it can reach, and its real path. Where a parent folder is closed to the account (a
 * checkout below root's home) or the path is too long for a socket, the folder lies in the system's temporary folder and `dir` is a link.
 */
export function homeFor(account: Account, dir: string): string {
  if (isLink(dir)) {
    if (existsSync(dir)) return realpathSync(dir);
    rmSync(dir);
  }
  mkdirSync(dirname(dir), { recursive: true });
  if (dir.length <= LONGEST_HOME && canReach(account, dirname(dir))) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    chownSync(dir, account.uid, account.gid);
    return dir;
  }
  const elsewhere = mkdtempSync(join(realpathSync(tmpdir()), `contremarque-${basename(dir)}-`));
  chownSync(elsewhere, account.uid, account.gid);
  symlinkSync(elsewhere, dir);
  return elsewhere;
}

/** Removes the folder, and where it is a link also what it points to. */
export function removeHome(dir: string): void {
  if (isLink(dir) && existsSync(dir)) rmSync(realpathSync(dir), { recursive: true, force: true });
  rmSync(dir, { recursive: true, force: true });
}

export function canReach(account: Account, path: string): boolean {
  if (account.prefix.length === 0) return true;
  return spawnSync('setpriv', [...account.prefix, 'test', '-x', path]).status === 0;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function print(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' }).trim();
}
