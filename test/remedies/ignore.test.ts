/**
 * The comment that the lightbulb writes, over every case of every rule: put in front of each finding, nothing is found any more,
 * every comment speaks of something, and the code reads as before.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type IgnoreComment, ignoreComment } from '../../server/src/remedies/index.js';
import { mergeFindings, scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { type Case, caseOf, codeFiles, findCases, withProject } from '../support/cases.js';

const cases = findCases(join(import.meta.dirname, '../rules')).filter((one) => one.verdict === 'unsound');

describe.each([...new Set(cases.map((one) => one.group))])('%s', (group) => {
  it.each(cases.filter((one) => one.group === group).map((one) => [one.name, one] as const))('%s', async (_, subject) => await isIgnored(subject), 60_000);
});

describe('in front of a finding whose line takes no comment', () => {
  it.each([
    [
      'a template over several lines',
      'hook.ts',
      `import { createHmac } from 'node:crypto';
import express from 'express';
const app = express();
app.post('/hooks/parcels', express.raw({ type: '*/*' }), (req, res) => {
  const expected = \`sha256=\${
    createHmac('sha256', 'only-for-the-two-of-us').update(req.body).digest('hex')
  }\`;
  const text = \`
    \${createHmac('sha256', 'only-for-the-two-of-us').update(req.body).digest('hex')}\`;
  if (expected !== req.get('x-signature') && text !== req.get('x-signature')) return res.sendStatus(401);
  db.parcels.insert(JSON.parse(req.body.toString()));
  return res.sendStatus(204);
});
`,
    ],
    [
      'a continued line',
      'hook.py',
      `import os
from flask import Flask, abort, request
from db import parcels
app = Flask(__name__)


@app.post("/hooks/parcels")
def take():
    wrong = \\
        request.headers.get("X-Gitlab-Token") != os.environ["GITLAB_TOKEN"]
    if wrong:
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
`,
    ],
  ])('%s', async (_, path, text) => await isIgnored(caseOf('ignored', 'unsound', [{ path, text }])));
});

async function isIgnored(subject: Case): Promise<void> {
  const { comments } = await scanned(subject);
  const files = subject.files.map(({ path, text }) => {
    // One comment speaks for all findings of its rule on the line.
    const own = comments.filter((one, at) => one.path === path && comments.findIndex((other) => isSame(one, other)) === at).sort((a, b) => b.offset - a.offset);
    return { path, text: own.reduce((result, one) => result.slice(0, one.offset) + one.before + one.reason + one.after + result.slice(one.offset), text) };
  });
  const after = await scanned({ ...subject, files });
  expect(comments.length).toBeGreaterThan(0);
  expect(after, files.map(({ path, text }) => `--- ${path}\n${text}`).join('\n')).toEqual({ found: [], comments: [], notes: [], unreadable: [] });
}

function isSame(left: IgnoreComment, right: IgnoreComment): boolean {
  return left.path === right.path && left.offset === right.offset && left.before === right.before;
}

function scanned(subject: Case) {
  return withProject(subject, async (root) => {
    const workspace = new Workspace({ root, log: () => undefined });
    const paths = codeFiles(subject).map((file) => file.path);
    for (const path of paths) await workspace.ready(path);
    const snapshot = workspace.snapshot();
    const reports = paths.map((path) => scanFile(snapshot, path));
    const findings = mergeFindings(reports.flatMap((report) => report.findings));
    return {
      found: findings.map((one) => `${one.rule} ${one.variant}`),
      comments: findings.flatMap((finding) => ignoreComment(finding, snapshot) ?? []),
      notes: reports.flatMap((report) => report.notes.map((note) => note.message)),
      unreadable: paths.flatMap((path) => snapshot.module(path)?.unreadable ?? []),
    };
  });
}
