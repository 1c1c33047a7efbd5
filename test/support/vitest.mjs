/** Runs vitest with the given arguments and closes with one countable line; a run in which no test ran has failed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './install.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'webhookproof-vitest-'));
const report = path.join(scratch, 'report.json');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--testTimeout=60000', '--hookTimeout=60000', '--reporter=dot', '--reporter=json', `--outputFile=${report}`, ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1' },
  },
);

const { passed, failed } = counted();
rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = status === 0 && failed === 0 && passed > 0 ? 0 : 1;

/** Files that fell over before their first test count as one failure each; a test that did not run is a failure, too. */
function counted() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    const fallen = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')).length;
    return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests + fallen };
  } catch (error) {
    console.log(`vitest left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
