/** What every command needs of its surroundings. A test gives its own. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
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
      throw error;
    });
  }
  return {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: (wanted) => pc.createColors(wanted && pc.isColorSupported && (process.stdout.isTTY === true || process.env.FORCE_COLOR !== undefined)),
  };
}

/** The whole file or none: whoever reads it meanwhile sees the old one. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`cannot write ${file} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
}
