/** The entry of the command: arguments in, exit code out. Ending is left to Node, so that a pipe is written to its end. */
import { run } from './run.js';
import { processTerminal } from './terminal.js';

void run(process.argv.slice(2), processTerminal()).then((code) => {
  process.exitCode = code;
});
