/** Regression tests for the endpoints of files that were looked at: new files, never in the place of one that is there. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import { regressionTest, testOffer } from '../remedies/index.js';
import type { Snapshot } from '../workspace/index.js';
import { UsageError } from './usage.js';

export interface NewTest {
  readonly path: string;
  readonly text: string;
  readonly title: string;
}

/** One for each webhook whose sender is known to sign; why there is none for another goes to `log`. */
export function newTests(snapshot: Snapshot, endpoints: readonly EndpointSummary[], log: (line: string) => void): readonly NewTest[] {
  const written = new Map<string, NewTest>();
  // Two endpoints of one sender get two files.
  const source = {
    module: (path: string) => snapshot.module(path),
    resolve: (from: string, specifier: string) => snapshot.resolve(from, specifier),
    importersOf: (path: string) => snapshot.importersOf(path),
    namesIn: (folder: string) => snapshot.namesIn?.(folder) ?? [],
    text: (path: string) => written.get(path)?.text ?? snapshot.text(path),
  };
  for (const endpoint of endpoints) {
    const offer = testOffer(endpoint, source);
    if (offer === undefined) continue;
    const file = regressionTest(endpoint, source);
    if ('declined' in file) log(`${endpoint.at.path}: ${offer.title}: ${file.declined}`);
    else written.set(file.path, { ...file, title: offer.title });
  }
  return [...written.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
}

export function writeNew(root: string, { path, text }: NewTest): void {
  const file = join(root, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`cannot write ${file} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
}
