/** Regression tests for the endpoints of the cases: what is written can be read, and what is not says why in a sentence of ours. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { regressionTest, testOffer } from '../../server/src/remedies/index.js';
import { scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { type Case, codeFiles, findCases, withProject } from '../support/cases.js';
import { lowered } from './by-hand.js';

/** Of the many of frameworks, a quarter. */
const groups = ['shapes', 'frameworks', 'missing-signature-verification', 'weak-signature-comparison'];
const cases = findCases(join(import.meta.dirname, '../rules')).filter((one) => groups.includes(one.group));

interface Outcome {
  readonly path: string;
  readonly text: string | undefined;
  readonly declined: string | undefined;
  readonly isOffered: boolean;
}

async function outcomes(subject: Case): Promise<Outcome[]> {
  return withProject(subject, async (root) => {
    const workspace = new Workspace({ root, log: () => undefined });
    const paths = codeFiles(subject).map((file) => file.path);
    for (const path of paths) await workspace.ready(path);
    const snapshot = workspace.snapshot();
    const endpoints = paths.flatMap((path) => scanFile(snapshot, path, { rules: [] }).endpoints).filter((endpoint) => endpoint.webhook);
    return endpoints.map((endpoint) => {
      const written = regressionTest(endpoint, snapshot);
      const isOffered = testOffer(endpoint, snapshot) !== undefined;
      return 'declined' in written
        ? { path: endpoint.at.path, text: undefined, declined: written.declined, isOffered }
        : { path: written.path, text: written.text, declined: undefined, isOffered };
    });
  });
}

describe.each(groups)('%s', (group) => {
  it('are written so that they can be read, or say why not', async () => {
    const declined: string[] = [];
    let count = 0;
    for (const subject of cases.filter((one, at) => one.group === group && (group !== 'frameworks' || at % 4 === 0))) {
      for (const outcome of await outcomes(subject)) {
        if (outcome.text === undefined) {
          // What no test is written for is not offered; what only lacks something says what.
          if (/yet\.$|HMAC\.$/.test(outcome.declined ?? '')) expect([subject.name, outcome.isOffered]).toEqual([subject.name, false]);
          else declined.push(`${subject.name}: ${outcome.declined}`);
          continue;
        }
        count++;
        expect(lowered(outcome.path, outcome.text).unreadable, `${subject.name}\n${outcome.text}`).toEqual([]);
        expect(outcome.text, subject.name).not.toMatch(/undefined|\[object|\bNaN\b/);
        expect(outcome.isOffered, subject.name).toBe(true);
      }
    }
    expect(declined.filter((line) => line.includes('could not be written'))).toEqual([]);
    expect(count).toBeGreaterThan(declined.length);
  }, 120_000);
});

describe('the secret of a regression test', () => {
  it('is the setting that the check takes its key from, whatever it is called', async () => {
    const text = `import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { heaths } from './heaths.js';

export const app = express();

app.post('/webhooks/heaths', express.raw({ type: 'application/json' }), async (req, res) => {
  const mine = createHmac('sha256', process.env.HEATHER!).update(req.body).digest();
  const theirs = Buffer.from(req.get('x-heath-signature') ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.sendStatus(401);
  await heaths.updateOne({ _id: JSON.parse(req.body).id }, { $set: { seen: true } });
  return res.sendStatus(204);
});
`;
    const subject: Case = { name: 'heaths', group: 'made', verdict: 'sound', language: 'typescript', files: [{ path: 'server.ts', text }] };
    const [outcome] = await outcomes(subject);
    expect(outcome?.text).toContain('process.env.HEATHER = secret;');
  });
});
