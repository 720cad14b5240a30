import { mkdtempSync, readdirSync, renameSync, rmSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sayingItLives, type Say } from './say';

const HOST = 'https://temporal.download/';
const PROBE_MS = 4000;

/**
 * Lets the Temporal SDK download one of its two test servers to `target`; false where there is no way to its download host. The SDK knows
 * only how to download and start in one, so what it started is stopped at once.
 */
export async function downloadThroughSdk(server: 'cli' | 'test-server', target: string, say: Say, version = 'default'): Promise<boolean> {
  if (!(await canReachHost())) return false;
  mkdirSync(dirname(target), { recursive: true });
  const downloadDir = mkdtempSync(`${target}.download-`);
  const executable = { type: 'cached-download' as const, downloadDir, version };
  try {
    say(`Downloading ${server === 'cli' ? 'the Temporal CLI' : "Temporal's time-skipping test server"}: about a minute.`);
    await sayingItLives(say, 'downloading', startAndStop(server, executable));
    const [file] = readdirSync(downloadDir);
    if (file === undefined) return false;
    renameSync(join(downloadDir, file), target);
    return true;
  } catch (fault) {
    say(`  the download failed: ${fault instanceof Error ? fault.message : String(fault)}`);
    return false;
  } finally {
    rmSync(downloadDir, { recursive: true, force: true });
  }
}

async function canReachHost(): Promise<boolean> {
  try {
    await fetch(HOST, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false; // no network, or a firewall: the caller has another way, and says so
  }
}

type Download = { readonly type: 'cached-download'; readonly downloadDir: string; readonly version: string };

async function startAndStop(server: 'cli' | 'test-server', executable: Download): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const environment =
    server === 'cli'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await environment.teardown();
}
