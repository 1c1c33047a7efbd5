/**
 * What the lightbulb writes for a function that could not be looked into: declared, the finding is gone, whatever the function belongs
 * to and however its answer is used; and what the configuration said before stays as it was written.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Configurations, configurationName } from '../../server/src/configuration/configurations.js';
import { type Declaration, declareVerifier } from '../../server/src/configuration/declare.js';
import { verifierEntry } from '../../server/src/remedies/index.js';
import { scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { type CaseFile, caseOf, codeFiles, findCases, withProject } from '../support/cases.js';

interface Declared {
  readonly declaration: Declaration;
  /** The configuration afterwards. */
  readonly configuration: string;
  /** What is still found of the file. */
  readonly left: readonly string[];
}

/** Declares what the first finding of its kind speaks of, in a project of these files. */
async function declared(files: readonly CaseFile[]): Promise<Declared | undefined> {
  const subject = caseOf('project', 'unsure', files);
  const scanned = await withProject(subject, async (root) => {
    const workspace = new Workspace({ root, log: () => undefined });
    for (const { path } of codeFiles(subject)) await workspace.ready(path);
    const snapshot = workspace.snapshot();
    for (const { path } of codeFiles(subject)) {
      for (const finding of scanFile(snapshot, path, { configurations: new Configurations() }).findings) {
        const verifier = verifierEntry(finding, snapshot);
        if (verifier !== undefined) return { path, rule: finding.rule, declaration: declareVerifier(snapshot, path, verifier) };
      }
    }
    return undefined;
  });
  if (scanned?.declaration === undefined) return undefined;
  const { declaration, path } = scanned;
  const before = files.find((file) => file.path === declaration.path)?.text ?? '';
  const configuration = 'text' in declaration ? declaration.text : applied(before, declaration.edits);
  const others = files.filter((file) => file.path !== declaration.path);
  const left = await withProject(caseOf('project', 'sound', [...others, { path: declaration.path, text: configuration }]), async (root) => {
    const workspace = new Workspace({ root, log: () => undefined });
    await workspace.ready(path);
    const report = scanFile(workspace.snapshot(), path, { configurations: new Configurations() });
    expect(report.configuration.problems).toEqual([]);
    return report.findings.filter((finding) => finding.certainty === 'cannot-tell' && finding.rule === scanned.rule).map((finding) => finding.message);
  });
  return { declaration, configuration, left };
}

function applied(text: string, edits: readonly { readonly range: { readonly start: number; readonly end: number }; readonly text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((now, { range, text: put }) => now.slice(0, range.start) + put + now.slice(range.end), text);
}

const express = (imports: string, check: string): CaseFile[] => [
  {
    path: 'services/inbox/app.ts',
    text: `import express from 'express';
${imports}
import { db } from './db';

const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  ${check}
  await db.parcels.insert(JSON.parse(req.body.toString('utf8')));
  res.sendStatus(204);
});
`,
  },
];

describe('a function that cannot be looked into', () => {
  it.each([
    [
      'of a package, under another name',
      express(
        "import { seal as isSealed } from '@parcelco/guard';",
        "if (!(await isSealed(req.body, req.get('x-parcel-signature')))) return res.sendStatus(401);",
      ),
      { call: 'seal', from: '@parcelco/guard', accepts: 'true', async: true },
    ],
    [
      'that throws',
      express("import * as guard from '@parcelco/guard';", "guard.assertGenuine(req.body, req.get('x-parcel-signature'));"),
      { call: 'assertGenuine', from: '@parcelco/guard', accepts: 'no-exception' },
    ],
    [
      'of what a package makes, with an answer that has a member',
      express(
        "import { Guard } from '@parcelco/guard';\nconst guard = new Guard();",
        "const answer = guard.verify(req.body, req.get('x-parcel-signature'));\n  if (!answer.valid) return res.sendStatus(401);",
      ),
      { call: 'Guard.verify', from: '@parcelco/guard', accepts: { member: 'valid' } },
    ],
    [
      'that gives nothing back for a forgery',
      express(
        "import verify from '@parcelco/guard';",
        "const event = verify(req.body, req.get('x-parcel-signature'));\n  if (event === null) return res.sendStatus(401);",
      ),
      { call: 'verify', from: '@parcelco/guard', accepts: 'not-null' },
    ],
  ])('%s', async (_, files, entry) => {
    const result = await declared(files);
    expect(result?.declaration).toHaveProperty('text');
    expect(JSON.parse(result?.configuration ?? '')).toEqual({ verifiers: [entry] });
    expect(result?.left).toEqual([]);
  });

  it('joins those of the nearest configuration, with its comments and its indentation', async () => {
    const files = express("import { seal } from '@parcelco/guard';", "if (!seal(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);");
    const text = `{
    // The house's own.
    "verifiers": [
        { "call": "open", "from": "@parcelco/seals", "accepts": "true" } // since spring
    ],
    "exclude": ["legacy"],
}
`;
    const result = await declared([...files, { path: `services/${configurationName}`, text }, { path: configurationName, text: '{}' }]);
    expect(result?.declaration.path).toBe(`services/${configurationName}`);
    expect(result?.configuration).toBe(`{
    // The house's own.
    "verifiers": [
        { "call": "open", "from": "@parcelco/seals", "accepts": "true" },
        { "call": "seal", "from": "@parcelco/guard", "accepts": "true" } // since spring
    ],
    "exclude": ["legacy"],
}
`);
    expect(result?.left).toEqual([]);
  });

  it('is the first of a list that says nothing yet', async () => {
    const files = express("import { seal } from '@parcelco/guard';", "if (!seal(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);");
    const without = await declared([...files, { path: configurationName, text: '{\n\t"exclude": ["legacy"]\n}\n' }]);
    const line = '{ "call": "seal", "from": "@parcelco/guard", "accepts": "true" }';
    expect(without?.configuration).toBe(`{\n\t"exclude": ["legacy"],\n\t"verifiers": [\n\t\t${line}\n\t]\n}\n`);
    const empty = await declared([...files, { path: configurationName, text: '{ "verifiers": [] }' }]);
    const nothing = await declared([...files, { path: configurationName, text: '{}' }]);
    expect([empty?.configuration, nothing?.configuration]).toEqual([`{ "verifiers": [${line}] }`, `{\n  "verifiers": [\n    ${line}\n  ]\n}`]);
    expect([without?.left, empty?.left, nothing?.left]).toEqual([[], [], []]);
  });

  it('is not written into a file that is half typed', async () => {
    const files = express("import { seal } from '@parcelco/guard';", "if (!seal(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);");
    expect(await declared([...files, { path: configurationName, text: '{ "verifiers": [ ' }])).toBeUndefined();
  });
});

describe('every case in which nothing can be told', () => {
  const cases = findCases(join(import.meta.dirname, '../rules')).filter((one) => one.verdict === 'unsure');
  it.each(cases.map((one) => [one.name, one] as const))('%s is told apart once the function is declared', async (_, one) => {
    const result = await declared(one.files);
    expect(result?.left ?? []).toEqual([]);
  });

  it('is offered a declaration more often than not', async () => {
    const offered = await Promise.all(cases.map((one) => declared(one.files)));
    expect(offered.filter((one) => one !== undefined).length).toBeGreaterThan(5);
  });
});
