import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotatedTextEdit, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { applyEdits, LspClient, plainClient, rangeOf } from '../support/lsp-client.js';

/** Each lacks several things, one of which stands in the way of another. */
const express = `import { createHmac } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels';

const app = express();
app.use(express.json());

app.post('/hooks/github', async (req, res) => {
  const expected = createHmac('sha256', 'only-for-the-two-of-us').update(JSON.stringify(req.body)).digest('hex');
  if (req.get('x-hub-signature-256') !== \`sha256=\${expected}\`) return res.sendStatus(401);
  await parcels.insert({ tracking: String(req.body.tracking) });
  return res.sendStatus(204);
});

app.post('/hooks/letters', async (req, res) => {
  if (req.get('x-letter-signature') !== 'only-for-the-two-of-us') return res.sendStatus(401);
  return res.sendStatus(204);
});
`;

const flask = `import hashlib
import hmac

from flask import Flask, request

from parcels import parcels

app = Flask(__name__)
SECRET = "only-for-the-two-of-us"


@app.post("/hooks/github")
def receive_parcel():
    expected = "sha256=" + hmac.new(SECRET.encode(), request.get_data(), hashlib.sha256).hexdigest()
    if request.headers.get("X-Hub-Signature-256") != expected:
        return "", 401
    parcels.update_one({"tracking": str(request.json["tracking"])}, {"$set": {"seen": True}})
    return "", 204
`;

let folder: string;
let client: LspClient;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-lsp-'));
  client = new LspClient(folder);
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const securing = async (name: string, text: string, route: string): Promise<CodeAction | undefined> => {
  const params = { textDocument: { uri: client.uri(name) }, range: rangeOf(text, route), context: { diagnostics: [] } };
  return (await client.request<CodeAction[]>('textDocument/codeAction', params)).find((action) => action.title.startsWith('Secure this handler'));
};

describe.each([
  ['hook.ts', express, "app.post('/hooks/github'", ['parsed-body-signature', 'weak-signature-comparison', 'hardcoded-secret']],
  ['hook.py', flask, '@app.post("/hooks/github")', ['weak-signature-comparison', 'hardcoded-secret']],
])('a handler in %s', (name, text, route, lacks) => {
  it('is secured by one edit that names what it does, and then there is nothing left to do', async () => {
    await client.initialize();
    client.open(name, text);
    const found = (await client.diagnostics(name)).map((each) => String(each.code));
    expect(found).toEqual(expect.arrayContaining(lacks));
    const action = await securing(name, text, route);
    expect(action).toMatchObject({ kind: 'refactor.webhookproof', title: expect.stringMatching(/^Secure this handler: \S.*, .* \(review\)$/) });
    expect(action?.edit).toBeUndefined();

    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const [change, ...others] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(others).toEqual([]);
    expect(change?.textDocument).toEqual({ uri: client.uri(name), version: 1 });
    const edits = (change?.edits ?? []) as AnnotatedTextEdit[];
    const asking = edits.filter((one) => edit?.changeAnnotations?.[one.annotationId]?.needsConfirmation === true);
    expect(asking.map((one) => one.newText)).toEqual(['']);
    for (const one of edits) expect(edit?.changeAnnotations?.[one.annotationId]?.description).toMatch(/; /);

    const secured = applyEdits(text, edits as never);
    client.change(name, 2, { text: secured });
    const left = (await client.diagnostics(name)).map((each) => String(each.code));
    expect(left.filter((code) => lacks.includes(code))).toEqual(found.filter((code) => lacks.includes(code)).slice(lacks.length));
    expect(await securing(name, secured, route)).toBeUndefined();
    // Lines that nothing was wrong with are in no edit.
    for (const { newText } of edits) expect(newText).not.toMatch(/parcels|\/hooks\/letters/);
  });
});

it('is not offered to a client that cannot ask for it later, nor on a handler that lacks nothing', async () => {
  await client.initialize(plainClient);
  client.open('hook.py', flask);
  expect(await securing('hook.py', flask, '@app.post("/hooks/github")')).toBeUndefined();
});
