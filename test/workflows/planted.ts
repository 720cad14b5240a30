import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowBundle } from '@temporalio/worker';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Bundles workflow code that is nowhere in the program. It lies beside this file, so that it finds what ours finds. */
export async function plantedBundle(code: string): Promise<WorkflowBundle> {
  const folder = mkdtempSync(join(__dirname, 'planted-'));
  try {
    const workflowsPath = join(folder, 'index.ts');
    writeFileSync(workflowsPath, code);
    return await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
