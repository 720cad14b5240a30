import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runInSight } from './run';

const ROOT = resolve(__dirname, '..');
const RESULTS = join(ROOT, '.local', 'jest.json');
const CHECKS = ['types', 'lint', 'format', 'deps', 'dead'];

type Count = { readonly passed: number; readonly failed: number };

/** The checks of package.json one after the other, each to its end; with `--tests` jest as well. The last line counts them. */
async function main(): Promise<void> {
  const checks = await runChecks();
  const tests = process.argv.includes('--tests') ? await runTests() : { passed: 0, failed: 0 };
  const failed = checks.failed + tests.failed;
  process.stdout.write(`${checks.passed + tests.passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function runChecks(): Promise<Count> {
  let passed = 0;
  for (const check of CHECKS) {
    process.stdout.write(`\n== ${check}\n`);
    if ((await runInSight('npm', ['run', '--silent', check])) === 0) passed += 1;
    else process.stdout.write(`== ${check} FAILED\n`);
  }
  return { passed, failed: CHECKS.length - passed };
}

async function runTests(): Promise<Count> {
  process.stdout.write('\n== tests\n');
  mkdirSync(join(ROOT, '.local'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const code = await runInSight(join(ROOT, 'node_modules', '.bin', 'jest'), ['--json', `--outputFile=${RESULTS}`, '--silent=false']);
  return existsSync(RESULTS) ? count(readFileSync(RESULTS, 'utf8'), code) : { passed: 0, failed: 1 };
}

/** A file that could not even run is a failure, and so is a test that was skipped: a missing part must never look green. */
function count(json: string, code: number): Count {
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(json);
  const failed = Number(numFailedTests) + Number(numPendingTests) + Number(numTodoTests) + Number(numRuntimeErrorTestSuites);
  return { passed: Number(passed), failed: failed === 0 && code !== 0 ? 1 : failed };
}

if (require.main === module) void main();
