/** Several safe repairs of one file at once, as fix-all joins them: what two of them bring is brought once. */
import { describe, expect, it } from 'vitest';
import { editsFor, type RemedyEdit } from '../../server/src/remedies/index.js';
import { mergeFindings, scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { caseOf, withProject } from '../support/cases.js';
import { applied, lowered } from './by-hand.js';

const express = `import { createHmac } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels.js';

const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  const mac = createHmac('sha256', process.env.PARCEL_SECRET!).update(req.body).digest('hex');
  if (req.get('x-parcel-signature') !== mac) return res.sendStatus(401);
  await parcels.insert(JSON.parse(req.body.toString('utf8')));
  return res.sendStatus(204);
});

app.post('/hooks/returns', express.raw({ type: '*/*' }), async (req, res) => {
  const mac = createHmac('sha256', process.env.RETURN_SECRET!).update(req.body).digest('hex');
  if (mac === req.get('x-return-signature')) await parcels.insert(JSON.parse(req.body.toString('utf8')));
  return res.sendStatus(204);
});
`;

const flask = `import hashlib
import hmac
import os

from flask import Flask, abort, request

from parcels import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")
def take_parcel():
    if request.headers.get("X-Gitlab-Token") != os.environ["PARCEL_TOKEN"]:
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204


@app.post("/hooks/returns")
def take_return():
    if os.environ["RETURN_TOKEN"] != request.headers.get("X-Gitlab-Token"):
        abort(401)
    parcels.insert_one(request.get_json())
    return "", 204
`;

describe.each([
  ['app.ts', express, 'function safeEqual('],
  ['app.py', flask, 'def safe_equal('],
])('%s', (path, text, helper) => {
  it('is repaired in one go', async () => {
    const { edits, count } = await withProject(caseOf('together', 'unsound', [{ path, text }]), async (root) => {
      const workspace = new Workspace({ root, log: () => undefined });
      await workspace.ready(path);
      const snapshot = workspace.snapshot();
      const findings = mergeFindings(scanFile(snapshot, path).findings).filter((finding) => finding.rule === 'weak-signature-comparison');
      const outcomes = findings.map((finding) => editsFor(finding, 'compare-safely', snapshot));
      return { edits: once(outcomes.flatMap((outcome) => ('edits' in outcome ? outcome.edits : []))), count: findings.length };
    });
    const after = applied({ [path]: text }, edits)[path] ?? '';
    expect(count).toBe(2);
    expect(after.split(helper)).toHaveLength(2);
    expect(after.split('timingSafeEqual }')).toHaveLength(path.endsWith('.ts') ? 2 : 1);
    expect(lowered(path, after).unreadable).toEqual([]);
  });
});

function once(edits: readonly RemedyEdit[]): RemedyEdit[] {
  return edits.filter((edit, at) => edits.findIndex((other) => JSON.stringify(other) === JSON.stringify(edit)) === at);
}
