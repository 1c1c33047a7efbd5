/** The entry of the command: arguments in, exit code out. Ending is left to Node, so that a pipe is written to its end. */
import { run } from './run.js';
import { processTerminal, type Terminal } from './terminal.js';
import { UsageError } from './usage.js';

function terminal(): Terminal | undefined {
  try {
    return processTerminal();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`webhookproof: ${error.message}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

const here = terminal();
if (here !== undefined)
  void run(process.argv.slice(2), here).then((code) => {
    process.exitCode = code;
  });
