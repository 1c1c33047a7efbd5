/** Runs one measured program to its end. */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

/** `{ wall, cpu, output }`. Rejects when the program fails. */
export function runOnce({ usage, scratch }, args, cwd) {
  const usageFile = path.join(scratch, 'usage');
  rmSync(usageFile, { force: true });
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--require', usage, ...args], {
      cwd,
      env: { ...process.env, BENCH_USAGE_FILE: usageFile },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      const wall = performance.now() - started;
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}`));
      else resolve({ wall, cpu: Number(readFileSync(usageFile, 'utf8')), output });
    });
  });
}
