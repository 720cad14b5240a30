import { execFile } from 'node:child_process';
import { constants } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** What may stand between a program that reads a hostile file and this machine. */
const WALLS = ['own-user', 'no-network', 'no-processes', 'no-secrets', 'no-privileges'] as const;
export type Wall = (typeof WALLS)[number];

export interface Walls {
  /** Those that a program inside has found standing; never what was merely asked for. */
  readonly standing: readonly Wall[];
  readonly missing: readonly Wall[];
  /** The command line of that program inside them. */
  enclose(program: readonly string[]): readonly string[];
}

export interface WallsOptions {
  /** Folders and files that nobody inside may see: the proofs, the file of the master key. */
  readonly hidden: readonly string[];
}

/** No account of that number owns anything (`nobody` on Debian, Alpine and Red Hat). */
const NOBODY = 65534;
const NO_PRIVILEGES = ['setpriv', '--no-new-privs', '--bounding-set=-all', '--inh-caps=-all', '--pdeathsig=KILL'];
const AS_NOBODY = [...NO_PRIVILEGES, `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
/**
 * Of its own: no network, not even loopback, mounts that nobody else sees, and a list of processes that holds itself alone. It ends with
 * whoever started it.
 */
const APART = ['--net', '--ipc', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--'];
/** Covers what is hidden, up to `--`, and becomes the rest of its command line. */
const COVER = `while [ "$1" != -- ]; do
  if [ -d "$1" ]; then mount -t tmpfs -o ro,size=4k tmpfs "$1" || exit 1
  elif [ -f "$1" ]; then mount --bind /dev/null "$1" || exit 1
  fi
  shift
done
shift
exec "$@"`;
/** Sockets of the machine's own services. */
const SOCKETS = '/run';

type Enclose = Walls['enclose'];

/** Found once, when they are first asked for. */
export function openWalls(options: WallsOptions): () => Promise<Walls> {
  let found: Promise<Walls> | undefined;
  return () => (found ??= findWalls(options));
}

/**
 * Tries from the highest walls to the lowest, by util-linux (unshare, setpriv), and answers with the first inside which a
 * program of ours runs. A container may forbid namespaces; `nobody` may be unable to read the program's own folder.
 */
async function findWalls({ hidden }: WallsOptions): Promise<Walls> {
  const covered = [...hidden, SOCKETS];
  for (const enclose of candidates(covered)) {
    const standing = await lookedAround(enclose, covered);
    if (standing) return { standing, missing: WALLS.filter((wall) => !standing.includes(wall)), enclose };
  }
  return { standing: [], missing: WALLS, enclose: (program) => program };
}

function candidates(covered: readonly string[]): readonly Enclose[] {
  const apart = (unshare: readonly string[], then: readonly string[]): Enclose => {
    const cover = ['/bin/sh', '-c', COVER, 'cover', ...covered, '--'];
    return (program) => [...unshare, ...APART, ...cover, ...then, ...program];
  };
  const alone: Enclose = (program) => [...NO_PRIVILEGES, ...program];
  if (process.getuid?.() !== 0) return [apart(['unshare', '--user', '--map-root-user'], NO_PRIVILEGES), alone];
  return [apart(['unshare'], AS_NOBODY), apart(['unshare'], NO_PRIVILEGES), (program) => [...AS_NOBODY, ...program], alone];
}

const Seen = z.array(z.enum(WALLS));
const PATIENCE_MS = 15_000;

/** `undefined` where the program does not even start. */
async function lookedAround(enclose: Enclose, covered: readonly string[]): Promise<readonly Wall[] | undefined> {
  const facts = [String(process.pid), String(process.getuid?.() ?? 0), ...covered];
  const [command = '', ...args] = enclose([...nodeProgram('inspection/look-around'), ...facts]);
  try {
    const { stdout } = await promisify(execFile)(command, args, { env: {}, cwd: __dirname, timeout: PATIENCE_MS, killSignal: constants.signals.SIGKILL }); // prettier-ignore
    return Seen.parse(JSON.parse(stdout));
  } catch {
    return undefined;
  }
}

/** A program of this folder: compiled, or under tsx and jest its source. */
export function nodeProgram(name: string, options: readonly string[] = []): readonly string[] {
  const extension = extname(__filename);
  const loader = extension === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [];
  return [process.execPath, ...options, ...loader, join(__dirname, `${name}${extension}`)];
}
