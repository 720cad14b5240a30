import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder';
import { isExecutable } from './executables';
import { debianInstaller, installMissing } from './install';
import { freePort } from './ports';
import { run } from './run';
import { sayingItLives, sayToPerson, type Say } from './say';
import { downloadThroughSdk } from './sdk-download';

export const TEST_SERVER_VERSION = '1.38.0';

const POM = join(__dirname, 'temporal-test-server', 'pom.xml');
const NEEDS = [
  { package: 'default-jre-headless', has: 'java', why: "Temporal's time-skipping test server" },
  { package: 'maven', has: 'mvn', why: 'its jars' },
];
const MAIN_CLASS = 'io.temporal.testserver.TestServer';

/** The ways to the time-skipping test server, replaceable in a test. */
export type Ways = {
  readonly given: NodeJS.ProcessEnv;
  readonly say: Say;
  /** Puts the executable at the path, or answers false where it cannot. */
  readonly download: (target: string) => Promise<boolean>;
  /** Makes the executable at the path from Maven's jars, or throws what to install. */
  readonly assemble: (target: string) => Promise<void>;
};

/**
 * The path of an executable that `TestWorkflowEnvironment.createTimeSkipping` can start: the one named by TEMPORAL_TEST_SERVER, else the
 * copy in the cache folder, else that copy is made: downloaded by the SDK, or where its host is out of reach assembled from Maven's jars.
 */
export async function timeSkippingServer(ways: Ways = usualWays()): Promise<string> {
  const named = ways.given['TEMPORAL_TEST_SERVER'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`TEMPORAL_TEST_SERVER names ${named}, which is not an executable file.`);
    return named;
  }
  const kept = join(cacheFolder(ways.given), `temporal-test-server-${TEST_SERVER_VERSION}`, 'temporal-test-server');
  if (isExecutable(kept)) return kept;
  if (!(await ways.download(kept))) await ways.assemble(kept);
  ways.say(`Time-skipping test server of Temporal: ${kept}`);
  return kept;
}

function usualWays(): Ways {
  return {
    given: process.env,
    say: sayToPerson,
    download: (target) => downloadThroughSdk('test-server', target, sayToPerson),
    assemble: (target) => assemble(target, sayToPerson),
  };
}

/** Everything is made in a folder beside, which is renamed when it is whole; the script finds its jars beside itself. */
async function assemble(target: string, say: Say): Promise<void> {
  await installMissing(NEEDS, debianInstaller());
  say(`Fetching Temporal's time-skipping test server ${TEST_SERVER_VERSION} (40 jars, 38 MB) through Maven: about a minute.`);
  const folder = dirname(target);
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}.making-`);
  try {
    const copy = [
      '-q',
      '-B',
      '-f',
      POM,
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-DoutputDirectory=${join(making, 'lib')}`,
    ];
    await sayingItLives(say, 'fetching', run('mvn', copy));
    const script = join(making, 'temporal-test-server');
    writeFileSync(script, SCRIPT);
    chmodSync(script, 0o755);
    await makeClassArchive(making);
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
  } finally {
    if (existsSync(making)) rmSync(making, { recursive: true, force: true });
  }
}

// The SDK waits five seconds for the server and then gives up. The class archive halves the start; -Xshare:auto goes without it if it does
// not fit. The lone class path entry is relative, because the archive holds it and the folder is renamed after it was made.
const SCRIPT = `#!/bin/sh
cd "$(dirname "$0")" || exit 1
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -XX:SharedArchiveFile=classes.jsa -Xlog:disable -Xmx256m -cp 'lib/*' ${MAIN_CLASS} "$@"
`;

async function makeClassArchive(folder: string): Promise<void> {
  const port = await freePort();
  const java = ['-XX:ArchiveClassesAtExit=classes.jsa', '-XX:+UseSerialGC', '-Xlog:disable', '-cp', 'lib/*', MAIN_CLASS, String(port)];
  // `timeout` ends it as Ctrl-C would, so that it writes the archive at its exit.
  spawnSync('timeout', ['-s', 'INT', '6', 'java', ...java], { cwd: folder });
  if (!existsSync(join(folder, 'classes.jsa')))
    sayToPerson('  Java made no class archive: the test server will start in 1 s instead of 0.4 s.');
}

if (require.main === module) {
  timeSkippingServer().then(
    (path) => process.stdout.write(`${path}\n`),
    (fault: unknown) => {
      sayToPerson(fault instanceof Error ? fault.message : String(fault));
      process.exitCode = 1;
    },
  );
}
