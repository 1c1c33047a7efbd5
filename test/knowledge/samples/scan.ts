/** Lays samples out as one workspace and scans each; a few thousand small files take seconds. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding } from '../../../server/src/analysis/finding.js';
import { scanFile } from '../../../server/src/scan.js';
import { Workspace } from '../../../server/src/workspace/index.js';
import { leftOutElsewhere } from '../../support/cases.js';
import { fileOf, written } from './dialects.js';
import type { Sample } from './model.js';

export interface Scanned {
  readonly findings: readonly Finding[];
  readonly problems: readonly string[];
  readonly text: string;
}

export async function scanSamples(samples: ReadonlyMap<string, Sample>): Promise<ReadonlyMap<string, Scanned>> {
  const root = mkdtempSync(join(tmpdir(), 'webhookproof-samples-'));
  try {
    const files = [...samples].map(([name, { dialect, program }], index) => ({
      name,
      path: fileOf(dialect, program.path, `s${index}`),
      text: written(dialect, program),
    }));
    for (const file of files) {
      mkdirSync(dirname(join(root, file.path)), { recursive: true });
      writeFileSync(join(root, file.path), file.text);
    }
    const problems: string[] = [];
    const workspace = new Workspace({ root, log: (line) => void problems.push(line) });
    for (const file of files) await workspace.ready(file.path);
    const snapshot = workspace.snapshot();
    return new Map(
      files.map((file) => {
        const { findings, problems } = scanFile(snapshot, file.path);
        // The samples are about who sent a delivery.
        return [file.name, { findings: findings.filter(({ rule }) => !leftOutElsewhere.has(rule)), problems, text: file.text }];
      }),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
