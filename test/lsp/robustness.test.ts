import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LspClient, pullingClient } from '../support/lsp-client.js';
import { express } from './handlers.js';

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

async function stillServes() {
  client.open('after.ts', express);
  expect(await client.diagnostics('after.ts')).toHaveLength(1);
}

describe('the server goes on after', () => {
  it('requests without parameters, or with parameters of the wrong shape', async () => {
    await client.initialize();
    for (const params of [
      undefined,
      null,
      [],
      {},
      { textDocument: null },
      { textDocument: { uri: 42 } },
      { textDocument: { uri: '%%%' }, position: { line: -1 } },
    ]) {
      for (const method of [
        'textDocument/diagnostic',
        'textDocument/hover',
        'textDocument/codeAction',
        'codeAction/resolve',
        'webhookproof/rules',
        'unknown/request',
      ]) {
        const { id, error, result } = await client.ask(method, params).answer;
        expect(id).toBeDefined();
        expect(error !== undefined || result !== undefined, method).toBe(true);
      }
    }
    await stillServes();
  });

  it('notifications of the wrong shape', async () => {
    await client.initialize();
    for (const method of ['didOpen', 'didChange', 'didClose']) {
      for (const params of [undefined, {}, { textDocument: {} }, { textDocument: { uri: client.uri('x.ts') }, contentChanges: [null] }])
        client.notify(`textDocument/${method}`, params);
    }
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///%E0%A4%A' }, { uri: null }] });
    client.notify('$/unknown', {});
    await stillServes();
  });

  it('a body that is not JSON, and a header without a length', async () => {
    await client.initialize();
    client.sendBytes('Content-Length: 9\r\n\r\n{"jsonrpc');
    client.sendBytes('Content-Type: text/plain\r\n\r\n');
    await stillServes();
  });

  it('edits outside the text, of unknown documents, and with swapped ends', async () => {
    await client.initialize();
    client.change('unknown.ts', 3, { text: 'x' });
    client.open('hook.ts', express);
    client.change('hook.ts', 2, { range: { start: { line: 900, character: 4 }, end: { line: 950, character: 0 } }, text: '\n' });
    client.change('hook.ts', 3, { range: { start: { line: 0, character: 500 }, end: { line: 0, character: 600 } }, text: '' });
    expect(await client.diagnostics('hook.ts')).toHaveLength(1);
    await stillServes();
  });

  it('text that no parser likes', async () => {
    await client.initialize();
    const texts = ['\uFEFF' + express, express.replaceAll('\n', '\r\n'), '\ud800\udfff\udc00 `${', '('.repeat(100_000), 'def f(:\n\t@@@\n', '\0\0\0', ''];
    for (const [index, text] of texts.entries()) {
      for (const name of [`odd${index}.ts`, `odd${index}.py`]) {
        client.open(name, text);
        expect(Array.isArray(await client.diagnostics(name)), name).toBe(true);
      }
    }
    await stillServes();
  });
});

describe('the log', () => {
  it('says once why a file is not looked at', async () => {
    await client.initialize();
    client.open('big.ts', `${express}${'// filler\n'.repeat(110_000)}`);
    expect(await client.diagnostics('big.ts')).toEqual([]);
    client.change('big.ts', 2, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    expect(await client.diagnostics('big.ts')).toEqual([]);
    expect(client.log.filter((line) => line.includes('big.ts') && line.includes('1 MB'))).toHaveLength(1);
  });
});

describe('the life of the server', () => {
  it('cancelled requests are answered at once, and as cancelled', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    const asked = client.ask('textDocument/diagnostic', { textDocument: { uri: client.uri('hook.ts') } });
    client.notify('$/cancelRequest', { id: asked.id });
    const { error } = await asked.answer;
    expect(error?.code).toBe(-32800);
    await stillServes();
  });

  it('requests before initialize are refused', async () => {
    const { error } = await client.ask('textDocument/hover', {}).answer;
    expect(error?.code).toBe(-32002);
    await client.initialize();
    await stillServes();
  });

  it('a second initialize is refused and changes nothing', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    const { error } = await client.ask('initialize', { processId: null, rootUri: null, capabilities: {} }).answer;
    expect(error?.code).toBe(-32600);
    expect(await client.diagnostics('hook.ts')).toHaveLength(1);
  });

  it('an initialize that makes no sense is refused, and the next one is served', async () => {
    for (const params of [null, {}, { capabilities: 5, workspaceFolders: 5 }]) expect((await client.ask('initialize', params).answer).error).toBeDefined();
    await client.initialize();
    await stillServes();
  });

  it('ends with 0 after shutdown', async () => {
    await client.initialize();
    expect(await client.stop()).toBe(0);
  });

  it('answers initialize before any parser is loaded', async () => {
    const traced = new LspClient(folder, { NODE_DEBUG: 'module' });
    await traced.initialize(pullingClient);
    await traced.request('webhookproof/rules', {});
    const loaded = () => traced.log.join('');
    expect(loaded()).toContain('server.js');
    expect(loaded()).not.toContain('typescript.js');
    expect(loaded()).not.toContain('web-tree-sitter.js');

    traced.open('hook.ts', express);
    expect(await traced.diagnostics('hook.ts')).toHaveLength(1);
    expect(loaded()).toContain('typescript.js');
    expect(loaded()).not.toContain('web-tree-sitter.js');
    await traced.stop();
  });
});
