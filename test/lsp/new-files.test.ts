import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotatedTextEdit, CodeAction, CreateFile, Range, TextDocumentEdit } from 'vscode-languageserver/node';
import { LspClient, plainClient, pullingClient, rangeOf } from '../support/lsp-client.js';

/** Sound, and exported: nothing is found, and there is something to test. */
const handler = `import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { parcels } from './parcels.js';

export const app = express();

app.post('/hooks/github', express.raw({ type: 'application/json', limit: '1mb' }), async (req, res) => {
  const expected = Buffer.from(\`sha256=\${createHmac('sha256', process.env.PARCEL_HOOK_SECRET!).update(req.body).digest('hex')}\`);
  const given = Buffer.from(req.get('x-hub-signature-256') ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    res.sendStatus(401);
    return;
  }
  res.sendStatus(204);
});
`;

const withNewFiles = {
  ...pullingClient,
  workspace: { ...pullingClient.workspace, workspaceEdit: { ...pullingClient.workspace.workspaceEdit, resourceOperations: ['create', 'rename', 'delete'] } },
};

let folder: string;
let client: LspClient;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-lsp-'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "devDependencies": { "vitest": "^4.0.0" } }');
  client = new LspClient(folder);
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const newTests = async (range: Range, context: object = {}): Promise<CodeAction[]> => {
  const params = { textDocument: { uri: client.uri('hook.ts') }, range, context: { diagnostics: [], ...context } };
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
  return actions.filter((action) => action.title.startsWith('Add a regression test'));
};

describe('the route line', () => {
  it('offers a test in a new file, which asks before it is made', async () => {
    await client.initialize(withNewFiles);
    client.open('hook.ts', handler);
    const [action, ...others] = await newTests(rangeOf(handler, "app.post('/hooks/github'"));
    if (action === undefined) throw new Error('no action');
    expect(others).toEqual([]);
    expect(action).toMatchObject({ title: 'Add a regression test (vitest)', kind: 'refactor.webhookproof' });
    expect(action.edit).toBeUndefined();

    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const [creation, content] = (edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    const uri = client.uri('github-webhook.test.ts');
    expect(creation).toMatchObject({ kind: 'create', uri, options: { overwrite: false, ignoreIfExists: false } });
    expect(content.textDocument).toEqual({ uri, version: null });
    const [text, question] = content.edits as AnnotatedTextEdit[];
    expect(text?.newText).toContain("process.env.PARCEL_HOOK_SECRET = secret;\n  const { app } = await import('./hook.js');");
    // What is left unticked is nothing that the file cannot do without.
    expect(question?.newText).toBe('');
    expect(edit?.changeAnnotations?.[question?.annotationId ?? '']).toMatchObject({ needsConfirmation: true, description: 'Adds github-webhook.test.ts.' });
    expect(edit?.changeAnnotations?.[text?.annotationId ?? '']?.needsConfirmation).toBeUndefined();
  });

  it('offers nothing elsewhere, among quick fixes, and to a client that makes no files', async () => {
    await client.initialize(withNewFiles);
    client.open('hook.ts', handler);
    const route = rangeOf(handler, "app.post('/hooks/github'");
    expect(await newTests(rangeOf(handler, 'import express'))).toEqual([]);
    expect(await newTests(route, { only: ['quickfix'] })).toEqual([]);
    expect(await newTests(route, { only: ['refactor'] })).toHaveLength(1);
    await client.stop();

    client = new LspClient(folder);
    await client.initialize(plainClient);
    client.open('hook.ts', handler);
    expect(await newTests(route)).toEqual([]);
  });

  it('says what is in the way: a test that is there, or an application that nothing exports', async () => {
    await client.initialize(withNewFiles);
    client.open('hook.ts', handler.replace('export const app', 'const app'));
    const [hidden] = await newTests(rangeOf(handler, "app.post('/hooks/github'"));
    expect((await client.ask('codeAction/resolve', hidden).answer).error?.message).toContain('export the application');

    client.change('hook.ts', 2, { text: handler });
    writeFileSync(path.join(folder, 'github-webhook.test.ts'), "describe('POST /hooks/github', () => {});\n");
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('github-webhook.test.ts'), type: 1 }] });
    await client.diagnostics('hook.ts');
    const [again] = await newTests(rangeOf(handler, "app.post('/hooks/github'"));
    expect((await client.ask('codeAction/resolve', again).answer).error?.message).toContain('tests this endpoint already');
  });
});

describe('a finding', () => {
  it('offers the test of its endpoint, wherever it stands', async () => {
    const text = handler.replace('given.length !== expected.length || !timingSafeEqual(given, expected)', 'given.toString() !== expected.toString()');
    await client.initialize(withNewFiles);
    client.open('hook.ts', text);
    const found = (await client.diagnostics('hook.ts')).find((each) => each.code === 'weak-signature-comparison');
    if (found === undefined) throw new Error('no finding');
    expect(await newTests(found.range)).toHaveLength(1);
  });
});

describe('a check that cannot be looked into', () => {
  it('is declared as a verifier in a new configuration, and then in that one', async () => {
    const text = handler
      .replace("import { createHmac, timingSafeEqual } from 'node:crypto';", "import { seal } from '@parcelco/guard';")
      .replace(/ {2}const expected[^]*?\) \{/, "  if (!seal(req.body, req.get('x-parcel-signature'))) {")
      .replace('  res.sendStatus(204)', '  await parcels.insert(req.body);\n  res.sendStatus(204)');
    await client.initialize(withNewFiles);
    client.open('hook.ts', text);
    const declare = async (): Promise<CodeAction | undefined> => {
      const found = (await client.diagnostics('hook.ts')).find((each) => String(each.message).startsWith('Cannot tell'));
      return found && (await client.codeActions('hook.ts', found)).find((action) => action.title.startsWith('Declare '));
    };
    const action = await declare();
    expect(action).toMatchObject({ title: 'Declare seal as a verifier in webhookproof.config.json (review)', kind: 'quickfix' });
    const [creation, content] = (action?.edit?.documentChanges ?? []) as [CreateFile, TextDocumentEdit];
    expect(creation).toMatchObject({ kind: 'create', uri: client.uri('webhookproof.config.json') });

    writeFileSync(path.join(folder, 'webhookproof.config.json'), '{ "exclude": [] }');
    const changed = () => client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('webhookproof.config.json'), type: 2 }] });
    changed();
    const [change] = ((await declare())?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri: client.uri('webhookproof.config.json'), version: null });

    writeFileSync(path.join(folder, 'webhookproof.config.json'), (content.edits[0] as AnnotatedTextEdit).newText);
    changed();
    expect(await declare()).toBeUndefined();
    expect((await client.diagnostics('hook.ts')).map((each) => String(each.message)).join()).not.toContain('Cannot tell');
  });
});
