import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { LspClient, plainClient } from '../support/lsp-client.js';
import { weakRule } from './handlers.js';

const handler = `import express from 'express';
import { isGenuine } from './check';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!isGenuine(req.body, req.get('x-parcel-signature'))) {
    res.sendStatus(401);
    return;
  }
  await parcels.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
`;

const helper = (comparison: string) => `import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(body: Buffer, given: string | undefined): boolean {
  const expected = createHmac('sha256', process.env.PARCEL_SECRET!).update(body).digest('hex');
  ${comparison}
}
`;
const weak = helper('return given === expected;');
const sound = helper(`const left = Buffer.from(given ?? '');
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);`);
const noCheck = `export function isGenuine(body: Buffer, given: string | undefined): boolean {
  return true;
}
`;

let folder: string;
let client: LspClient;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-lsp-'));
  writeFileSync(path.join(folder, 'hook.ts'), handler);
  client = new LspClient(folder);
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map((diagnostic) => diagnostic.code);
const refreshed = () => client.until('refresh', (message) => message.method === 'workspace/diagnostic/refresh');
const published = (name: string, count: number) =>
  client.until(`${count} published for ${name}`, ({ method, params }) => {
    const given = params as PublishDiagnosticsParams | undefined;
    return method === 'textDocument/publishDiagnostics' && given?.uri === client.uri(name) && given.diagnostics.length === count;
  });

describe('a helper and the handler that uses it', () => {
  it("the helper's fault is shown where it is written, though the helper is closed", async () => {
    writeFileSync(path.join(folder, 'check.ts'), weak);
    await client.initialize();
    client.open('hook.ts', handler);
    expect(await client.diagnostics('hook.ts')).toEqual([]);
    const { params } = await published('check.ts', 1);
    expect(codes((params as PublishDiagnosticsParams).diagnostics)).toEqual([weakRule]);
  });

  it('and it is shown when only the helper is open', async () => {
    writeFileSync(path.join(folder, 'check.ts'), weak);
    await client.initialize();
    client.open('check.ts', weak);
    await client.diagnostics('check.ts');
    await refreshed();
    const [diagnostic] = await client.diagnostics('check.ts');
    expect(diagnostic?.code).toBe(weakRule);
    expect(diagnostic?.relatedInformation?.some((each) => each.location.uri === client.uri('hook.ts'))).toBe(true);
  });

  it('an edit of the open helper changes what the open handler shows', async () => {
    writeFileSync(path.join(folder, 'check.ts'), sound);
    await client.initialize();
    client.open('hook.ts', handler);
    client.open('check.ts', sound);
    expect(await client.diagnostics('check.ts')).toEqual([]);
    expect(await client.diagnostics('hook.ts')).toEqual([]);

    client.received.length = 0;
    client.change('check.ts', 2, { text: noCheck });
    await refreshed();
    const shown = [...(await client.diagnostics('hook.ts')), ...(await client.diagnostics('check.ts'))];
    expect(shown.length).toBeGreaterThan(0);
  });

  it('a change of the helper on disk is noticed', async () => {
    writeFileSync(path.join(folder, 'check.ts'), sound);
    await client.initialize();
    client.open('hook.ts', handler);
    expect(await client.diagnostics('hook.ts')).toEqual([]);
    expect(client.received.some((message) => JSON.stringify(message.params ?? null).includes('workspace/didChangeWatchedFiles'))).toBe(true);

    writeFileSync(path.join(folder, 'check.ts'), weak);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('check.ts'), type: 2 }] });
    await published('check.ts', 1);
    writeFileSync(path.join(folder, 'check.ts'), sound);
    client.received.length = 0;
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri('check.ts'), type: 2 }] });
    await published('check.ts', 0);
  });

  it('a client that is pushed to gets the same', async () => {
    writeFileSync(path.join(folder, 'check.ts'), weak);
    await client.initialize(plainClient);
    client.open('hook.ts', handler);
    await published('check.ts', 1);
    client.open('check.ts', weak);
    client.received.length = 0;
    client.change('check.ts', 2, { text: sound });
    expect(await client.published('check.ts', 2)).toEqual(expect.any(Array));
    await published('check.ts', 0);
  });
});
