import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { LspClient, plainClient, rangeOf } from '../support/lsp-client.js';

const name = 'webhookproof.config.json';
const handler = `import { opened } from '@parcelco/inbox';
import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {
  if (!opened(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);
  await parcels.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
`;
const vouched = '{ "verifiers": [{ "call": "opened", "accepts": "true" }] }';
const wrong = '{ "verifiers": [{ "call": "opened", "accept": "true" }] }';

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
const put = (file: string, text: string): void => {
  writeFileSync(path.join(folder, file), text);
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(file), type: 2 }] });
};
const refreshed = () => client.until('refresh', (message) => message.method === 'workspace/diagnostic/refresh');
/** Forgets what was received before. */
async function published(file: string, count: number): Promise<readonly Diagnostic[]> {
  const { params } = await client.until(`${count} published for ${file}`, (message) => {
    const given = message.params as PublishDiagnosticsParams | undefined;
    return message.method === 'textDocument/publishDiagnostics' && given?.uri === client.uri(file) && given.diagnostics.length === count;
  });
  client.received.length = 0;
  return (params as PublishDiagnosticsParams).diagnostics;
}

describe('webhookproof.config.json in an editor', () => {
  it('decides what is shown, and its changes on disk are noticed', async () => {
    await client.initialize();
    client.open('hook.ts', handler);
    const [unsure] = await client.diagnostics('hook.ts');
    expect(unsure?.message).toContain('under `verifiers` in webhookproof.config.json');
    expect(client.received.some((message) => JSON.stringify(message.params ?? null).includes('webhookproof*.json'))).toBe(true);

    put(name, vouched);
    await refreshed();
    expect(await client.diagnostics('hook.ts')).toEqual([]);
    client.received.length = 0;
    put(name, '{}');
    await refreshed();
    expect(codes(await client.diagnostics('hook.ts'))).toEqual(['missing-signature-verification']);
  });

  it('with a mistake is marked where the mistake stands, though it is closed, and what was in force stays', async () => {
    writeFileSync(path.join(folder, name), vouched);
    await client.initialize();
    client.open('hook.ts', handler);
    expect(await client.diagnostics('hook.ts')).toEqual([]);
    put(name, wrong);
    const mistakes = await published(name, 1);
    expect(mistakes[0]).toMatchObject({ severity: 1, range: rangeOf(wrong, '"accept"') });
    expect(mistakes[0]?.message).toContain('unknown key `accept` in `verifiers`; did you mean `accepts`?');
    expect(await client.diagnostics('hook.ts')).toEqual([]);

    put(name, vouched);
    await published(name, 0);
  });

  it('is looked at while it is typed', async () => {
    await client.initialize();
    client.open('hook.ts', handler);
    client.open(name, vouched, 'jsonc');
    expect(await client.diagnostics(name)).toEqual([]);
    expect(await client.diagnostics('hook.ts')).toEqual([]);

    client.change(name, 2, { range: rangeOf(vouched, 'accepts'), text: 'accept' });
    const mistakes = await client.diagnostics(name);
    expect(mistakes.map(({ code, range }) => [code, range.start])).toEqual([['configuration', rangeOf(wrong, '"accept"').start]]);
    expect(await client.codeActions(name, mistakes[0] as Diagnostic)).toEqual([]);
    expect(await client.diagnostics('hook.ts')).toEqual([]);

    client.received.length = 0;
    client.change(name, 3, { text: '{}' });
    expect(await client.diagnostics(name)).toEqual([]);
    await refreshed();
    expect(codes(await client.diagnostics('hook.ts'))).toEqual(['missing-signature-verification']);
  });

  it('marks a mistake in the file that is extended', async () => {
    writeFileSync(path.join(folder, name), '{ "extends": "./webhookproof.base.json" }');
    writeFileSync(path.join(folder, 'webhookproof.base.json'), '{ "scope": 1 }');
    await client.initialize();
    client.open('hook.ts', handler);
    await client.diagnostics('hook.ts');
    expect(await published('webhookproof.base.json', 1)).toMatchObject([{ range: rangeOf('{ "scope": 1 }', '1') }]);
    put('webhookproof.base.json', '{ "verifiers": [{ "call": "opened", "accepts": "true" }] }');
    await published('webhookproof.base.json', 0);
    expect(await client.diagnostics('hook.ts')).toEqual([]);
  });

  it('is told once to a client that is pushed to, whoever leads to it', async () => {
    writeFileSync(path.join(folder, name), '{ "scope": 1 }');
    writeFileSync(path.join(folder, 'other.ts'), handler);
    await client.initialize(plainClient);
    client.open('hook.ts', handler);
    await published(name, 1);
    client.open('other.ts', handler);
    await client.published('other.ts', 1);
    expect(
      client.received
        .filter(({ params }) => (params as PublishDiagnosticsParams).uri === client.uri(name))
        .flatMap(({ params }) => [(params as PublishDiagnosticsParams).diagnostics.length]),
    ).not.toContain(2);
  });

  it('excludes files', async () => {
    writeFileSync(path.join(folder, name), '{ "exclude": ["*.ts"] }');
    await client.initialize();
    client.open('hook.ts', handler);
    expect(await client.diagnostics('hook.ts')).toEqual([]);
  });
});
