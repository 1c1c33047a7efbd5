/** What every command needs of its surroundings. A test gives its own. */
import { chmodSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import pc from 'picocolors';
import type { Colours } from '../reports/text.js';
import { UsageError } from './usage.js';

export interface Terminal {
  /** What paths are relative to. */
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  colours(wanted: boolean): Colours;
}

export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // The reader has gone (`| head`): nobody is left to tell.
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      if (stream === process.stdout) process.stderr.write(`webhookproof: the report cannot be written (${error.code ?? error.message})\n`);
      process.exit(2);
    });
  }
  return {
    cwd: currentFolder(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: (wanted) => pc.createColors(wanted && pc.isColorSupported && (process.stdout.isTTY === true || process.env.FORCE_COLOR !== undefined)),
  };
}

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('the current folder is not there any more');
  }
}

/**
 * The whole file or none: whoever reads it meanwhile sees the old one. What is no ordinary file (`/dev/stdout`, a named pipe),
 * has other names or another owner is written in place, because a new file would not be the same; a link's target is written.
 */
export function writeWhole(named: string, content: string | Uint8Array): void {
  let temporary: string | undefined;
  try {
    const before = statSync(named, { throwIfNoEntry: false });
    if (before !== undefined && mustStay(before)) return writeFileSync(named, content);
    const file = before === undefined ? named : realpathSync(named);
    temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
    writeFileSync(temporary, content);
    if (before !== undefined) chmodSync(temporary, before.mode & 0o7777);
    renameSync(temporary, file);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new UsageError(`cannot write ${named} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
}

function mustStay(file: Stats): boolean {
  return !file.isFile() || file.nlink > 1 || (process.getuid !== undefined && file.uid !== process.getuid());
}
