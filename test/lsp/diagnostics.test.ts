import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { LspClient, plainClient, rangeOf } from '../support/lsp-client.js';
import { express, flask, weakRule } from './handlers.js';

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

const rulesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map((diagnostic) => diagnostic.code);

describe('pulled diagnostics', () => {
  it('name the rule, the place, the reasons and the page', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    const [diagnostic, ...more] = await client.diagnostics('hook.ts');
    expect(more).toEqual([]);
    expect(diagnostic).toMatchObject({ code: weakRule, source: 'webhookproof', data: { rule: weakRule } });
    expect(diagnostic?.range).toEqual(rangeOf(express, 'given === expected'));
    expect(String(diagnostic?.message).split('\n')).toHaveLength(3);
    expect(diagnostic?.codeDescription?.href).toMatch(/^file:.*weak-signature-comparison\.md$/);
    expect(diagnostic?.relatedInformation?.length).toBeGreaterThan(0);
  });

  it('speak of Flask handlers in the same words', async () => {
    await client.initialize();
    client.open('hook.py', flask);
    const diagnostics = await client.diagnostics('hook.py');
    expect(rulesOf(diagnostics)).toEqual([weakRule]);
    expect(diagnostics[0]?.range).toEqual(rangeOf(flask, 'given == expected'));
  });

  it('are not sent again when they say the same', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    const first = await client.pull('hook.ts');
    if (first.kind !== 'full') throw new Error('the first answer is full');
    expect(await client.pull('hook.ts', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });

    client.change('hook.ts', 2, { range: rangeOf(express, 'import'), text: '\nimport' });
    const moved = await client.pull('hook.ts', first.resultId);
    expect(moved.kind).toBe('full');
    expect(moved.resultId).not.toBe(first.resultId);
  });

  it('follow edits, also several in one message and after characters of two units', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    const comment = '/* 😀 */ ';
    const line = { line: 9, character: 0 };
    client.change('hook.ts', 2, { range: { start: line, end: line }, text: comment }, { range: { start: line, end: line }, text: '\n\n' });
    const [diagnostic] = await client.diagnostics('hook.ts');
    const start = express.split('\n')[9]?.indexOf('given') ?? -1;
    expect(diagnostic?.range.start).toEqual({ line: 11, character: start + comment.length });
  });

  it('go when the handler is repaired', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    expect(await client.diagnostics('hook.ts')).toHaveLength(1);
    client.change('hook.ts', 2, { text: 'export {};\n' });
    expect(await client.diagnostics('hook.ts')).toEqual([]);
  });

  it('of a file without handlers, of no file, and of an unknown file are empty', async () => {
    await client.initialize();
    client.open('plain.ts', 'export const sum = (left: number, right: number) => left + right;\n');
    client.notify('textDocument/didOpen', { textDocument: { uri: 'untitled:Untitled-1', languageId: 'typescript', version: 1, text: express } });
    expect(await client.diagnostics('plain.ts')).toEqual([]);
    expect(await client.diagnostics('never-opened.ts')).toEqual([]);
    expect(await client.request('textDocument/diagnostic', { textDocument: { uri: 'untitled:Untitled-1' } })).toMatchObject({ items: [] });
  });

  it('keep to the spelling of addresses that the editor uses', async () => {
    await client.initialize();
    const spelled = client.uri('my hooks/h%40ndler (1).ts').replace('(1)', '%281%29');
    client.notify('textDocument/didOpen', { textDocument: { uri: spelled, languageId: 'typescript', version: 1, text: express } });
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: spelled } });
    expect(items).toHaveLength(1);
    expect(items[0]?.relatedInformation?.every((related) => related.location.uri === spelled)).toBe(true);
  });
});

describe('settings', () => {
  it('turn everything off, or one rule', async () => {
    let settings: object = { rules: { [weakRule]: false } };
    client.answers['workspace/configuration'] = () => [settings];
    await client.initialize();
    await client.until('question for settings', (message) => message.method === 'workspace/configuration');
    client.open('hook.ts', express);
    expect(await client.diagnostics('hook.ts')).toEqual([]);

    settings = {};
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('refresh', (message) => message.method === 'workspace/diagnostic/refresh');
    expect(rulesOf(await client.diagnostics('hook.ts'))).toEqual([weakRule]);

    client.received.length = 0;
    settings = { enable: false };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('refresh', (message) => message.method === 'workspace/diagnostic/refresh');
    expect(await client.diagnostics('hook.ts')).toEqual([]);
  });
});

describe('levels of rules', () => {
  it('are those for editors, and the settings go before the configuration', async () => {
    let settings: object = {};
    client.answers['workspace/configuration'] = () => [settings];
    writeFileSync(path.join(folder, 'webhookproof.config.json'), `{ "rules": { "${weakRule}": { "editor": "error", "ci": "note" } } }`);
    await client.initialize();
    client.open('hook.ts', express);
    expect((await client.diagnostics('hook.ts')).map((one) => one.severity)).toEqual([1]);

    settings = { rules: { [weakRule]: 'note' } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until('refresh', (message) => message.method === 'workspace/diagnostic/refresh');
    expect((await client.diagnostics('hook.ts')).map((one) => one.severity)).toEqual([3]);
  });
});

describe('pushed diagnostics', () => {
  it('carry the version they were made from, and are withdrawn on closing', async () => {
    const { capabilities } = await client.initialize(plainClient);
    expect(capabilities.diagnosticProvider).toBeUndefined();
    client.open('hook.ts', express, 'typescript', 7);
    expect(rulesOf(await client.published('hook.ts', 7))).toEqual([weakRule]);

    client.change('hook.ts', 8, { text: 'export {};\n' });
    expect(await client.published('hook.ts', 8)).toEqual([]);

    client.received.length = 0;
    client.notify('textDocument/didClose', { textDocument: { uri: client.uri('hook.ts') } });
    const withdrawn = await client.until('withdrawal', (message) => message.method === 'textDocument/publishDiagnostics');
    expect(withdrawn.params).toMatchObject({ uri: client.uri('hook.ts'), diagnostics: [] });
  });

  it('take a burst of edits together', async () => {
    await client.initialize(plainClient);
    client.open('hook.ts', express);
    await client.published('hook.ts', 1);
    client.received.length = 0;
    for (let version = 2; version <= 60; version++)
      client.change('hook.ts', version, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    const [diagnostic] = await client.published('hook.ts', 60);
    expect(diagnostic?.range.start.line).toBe(9 + 59);
    const published = client.received.filter((message) => message.method === 'textDocument/publishDiagnostics');
    expect(published.length).toBeLessThan(20);
  });
});
