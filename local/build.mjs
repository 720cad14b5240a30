// `npm run build`: dist/ holds what production runs. tsc compiles, everything beside the sources (pages, styles, fonts) is copied, and the
// workflows and the pages' scripts are bundled once, so that no worker has to load webpack and no web esbuild.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Made beside and then renamed: a build that fails leaves the last one as it was, and nobody finds half of one.
const making = join(root, '.local', `build-${process.pid}`);
const rooms = ['src', 'workflows', 'activities', 'migrations'];

try {
  compile();
  for (const room of rooms) copyAssets(room);
  bundleScripts();
  await bundleWorkflows();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(making, join(root, 'dist'));
} finally {
  rmSync(making, { recursive: true, force: true });
}

function compile() {
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const { status } = spawnSync(tsc, ['-p', 'local/tsconfig.build.json', '--outDir', making], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc found errors: nothing was built.');
}

function copyAssets(room) {
  const files = readdirSync(join(root, room), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    if (extname(name) === '.ts' || name === 'tsconfig.json') continue;
    const from = join(parentPath, name);
    cpSync(from, join(making, from.slice(root.length)));
  }
}

/** Each script of the pages as one file, where the web reads it. */
function bundleScripts() {
  const { bundleScript, SCRIPTS } = createRequire(import.meta.url)(join(making, 'src', 'web', 'page-scripts.js'));
  const scripts = join('src', 'web', 'scripts');
  mkdirSync(join(making, scripts), { recursive: true });
  for (const name of SCRIPTS) writeFileSync(join(making, scripts, name), bundleScript(name, join(root, scripts)));
}

async function bundleWorkflows() {
  const workflowsPath = join(making, 'workflows', 'index.js');
  if (!existsSync(workflowsPath)) return;
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
  writeFileSync(join(making, 'workflow-bundle.js'), code);
}
