import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeAction, Hover, TextDocumentEdit } from 'vscode-languageserver/node';
import { applyEdits, LspClient, plainClient, pullingClient, rangeOf } from '../support/lsp-client.js';
import { express, flask } from './handlers.js';

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

describe.each([
  ['hook.ts', express],
  ['hook.py', flask],
])('repairs in %s', (name, text) => {
  it('are offered lazily, edit one version of the file, and remove the finding', async () => {
    await client.initialize();
    client.open(name, text);
    const [diagnostic] = await client.diagnostics(name);
    if (diagnostic === undefined) throw new Error('no finding');
    const actions = await client.codeActions(name, diagnostic);
    const preferred = actions.filter((action) => action.isPreferred);
    expect(preferred).toHaveLength(1);
    const [action] = preferred as [CodeAction];
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [diagnostic] });
    expect(action.edit).toBeUndefined();

    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const [change, ...others] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(others).toEqual([]);
    expect(change?.textDocument).toEqual({ uri: client.uri(name), version: 1 });
    const repaired = applyEdits(text, (change?.edits ?? []) as never);
    client.change(name, 2, { text: repaired });
    expect(await client.diagnostics(name)).toEqual([]);
    expect(repaired).not.toBe(text);
  });

  it('are refused for a version that is gone', async () => {
    await client.initialize();
    client.open(name, text);
    const [diagnostic] = await client.diagnostics(name);
    if (diagnostic === undefined) throw new Error('no finding');
    const [action] = await client.codeActions(name, diagnostic);
    client.change(name, 2, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' });
    const { error } = await client.ask('codeAction/resolve', action).answer;
    expect(error?.code).toBe(-32801);
  });

  it('come whole to a client that cannot resolve', async () => {
    await client.initialize(plainClient);
    client.open(name, text);
    const [diagnostic] = await client.published(name, 1);
    if (diagnostic === undefined) throw new Error('no finding');
    const actions = await client.codeActions(name, diagnostic);
    expect(actions.length).toBeGreaterThan(0);
    for (const { edit } of actions) expect(Object.keys(edit?.changes ?? {})).toEqual([client.uri(name)]);
  });

  it('join in fix-all only when it is asked for', async () => {
    await client.initialize();
    client.open(name, text);
    const [diagnostic] = await client.diagnostics(name);
    if (diagnostic === undefined) throw new Error('no finding');
    const kinds = async (only?: string[]) => (await client.codeActions(name, diagnostic, { only })).map((action) => action.kind);
    expect(await kinds()).not.toContain('source.fixAll.webhookproof');
    expect(await kinds(['source.organizeImports'])).toEqual([]);
    expect(await kinds(['source.fixAll'])).toEqual(['source.fixAll.webhookproof']);

    const [action] = await client.codeActions(name, diagnostic, { only: ['source.fixAll.webhookproof'] });
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    client.change(name, 2, { text: applyEdits(text, (change?.edits ?? []) as never) });
    expect(await client.diagnostics(name)).toEqual([]);
  });
});

describe('hover', () => {
  it('shows the page of the rule on a finding, and nothing elsewhere', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    const at = rangeOf(express, 'given === expected');
    const shown = await client.request<Hover>('textDocument/hover', { textDocument: { uri: client.uri('hook.ts') }, position: at.start });
    expect(shown.range).toEqual(at);
    expect(shown.contents).toMatchObject({ kind: 'markdown', value: expect.stringMatching(/^# /) });
    expect(await client.request('textDocument/hover', { textDocument: { uri: client.uri('hook.ts') }, position: { line: 0, character: 3 } })).toBeNull();
  });
});

describe('a repair that was offered before another file changed', () => {
  it('is still the repair of its own finding', async () => {
    const helper = "import { createHmac, timingSafeEqual } from 'node:crypto';\n";
    const open = (body: string) => `${helper}export function isGenuine(raw: Buffer, given: string): boolean {\n${body}\n}\n`;
    const sound = `  const mac = createHmac('sha256', process.env.PARCEL_SECRET!).update(raw).digest();
  const sent = Buffer.from(given, 'hex');
  return mac.length === sent.length && timingSafeEqual(mac, sent);`;
    const checked = `app.post('/hooks/letters', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!isGenuine(req.body, req.get('x-letter-signature') ?? '')) return res.sendStatus(401);
  await parcels.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});

`;
    const at = express.indexOf('app.post');
    const text = `import { isGenuine } from './helper';\n${express.slice(0, at)}${checked}${express.slice(at)}`;
    await client.initialize();
    client.open('helper.ts', open('  return given.length > 0;'));
    client.open('hook.ts', text);
    const found = (await client.diagnostics('hook.ts')).filter((each) => each.code !== 'missing-rate-limit');
    expect(found.map((each) => each.code)).toHaveLength(2);
    const own = found.at(-1);
    if (own === undefined) throw new Error('no finding');
    const [action] = await client.codeActions('hook.ts', own);

    client.change('helper.ts', 2, { text: open(sound) });
    expect(await client.diagnostics('hook.ts')).toHaveLength(1);
    const { edit } = await client.request<CodeAction>('codeAction/resolve', action);
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    client.change('hook.ts', 2, { text: applyEdits(text, (change?.edits ?? []) as never) });
    expect(await client.diagnostics('hook.ts')).toEqual([]);
  });
});

describe('the lightbulb', () => {
  it.each([
    ['hook.ts', express, '//'],
    ['hook.py', flask, '#'],
  ])('ignores a finding in %s with words that hold, and leaves the reason to type where snippets are known', async (name, text, mark) => {
    await client.initialize();
    client.open(name, text);
    const found = await client.diagnostics(name);
    const [diagnostic] = found;
    if (diagnostic === undefined) throw new Error('no finding');
    const action = (await client.codeActions(name, diagnostic)).find((one) => one.title.startsWith('Ignore '));
    expect(action?.title).toBe(`Ignore ${String(diagnostic.code)} here with a reason…`);
    expect(action?.isPreferred).toBeUndefined();
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const ignored = applyEdits(text, (change?.edits ?? []) as never);
    expect(ignored).toContain(`${mark} webhookproof-ignore ${String(diagnostic.code)} -- say why\n`);
    client.change(name, 2, { text: ignored });
    expect((await client.diagnostics(name)).map((one) => one.code)).toEqual(found.slice(1).map((one) => one.code));
  });

  it('ignores a finding for a while, and names the day', async () => {
    await client.initialize();
    client.open('hook.ts', express);
    const found = await client.diagnostics('hook.ts');
    const [diagnostic] = found;
    if (diagnostic === undefined) throw new Error('no finding');
    const action = (await client.codeActions('hook.ts', diagnostic)).find((one) => one.title.includes(' until '));
    const day = /until (\d{4}-\d\d-\d\d)…$/.exec(action?.title ?? '')?.[1] ?? '';
    expect(Date.parse(day) - Date.now()).toBeGreaterThan(80 * 86_400_000);
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    const ignored = applyEdits(express, (change?.edits ?? []) as never);
    expect(ignored).toContain(`// webhookproof-ignore ${String(diagnostic.code)} -- say why until ${day}\n`);
    client.change('hook.ts', 2, { text: ignored });
    expect(await client.diagnostics('hook.ts')).toHaveLength(found.length - 1);
    client.change('hook.ts', 3, { text: ignored.replace(day, '2020-01-31') });
    expect((await client.diagnostics('hook.ts')).map((one) => one.code)).toContain(diagnostic.code);
  });

  it('gives the reason as a snippet to a client that takes one', async () => {
    await client.initialize({
      ...pullingClient,
      workspace: { ...pullingClient.workspace, workspaceEdit: { ...pullingClient.workspace.workspaceEdit, snippetEditSupport: true } },
    });
    client.open('hook.ts', express);
    const [diagnostic] = await client.diagnostics('hook.ts');
    if (diagnostic === undefined) throw new Error('no finding');
    const action = (await client.codeActions('hook.ts', diagnostic)).find((one) => one.title.startsWith('Ignore '));
    const [change] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.edits).toMatchObject([{ snippet: { kind: 'snippet', value: expect.stringContaining(' -- ${1:say why}\n') } }]);
  });

  it('says which repairs take a look', async () => {
    await client.initialize();
    client.open('hook.ts', express.replace(/ {2}const expected[^]*?if \(given === expected\) /, '  '));
    const [diagnostic] = await client.diagnostics('hook.ts');
    if (diagnostic === undefined) throw new Error('no finding');
    const verifying = (await client.codeActions('hook.ts', diagnostic)).filter((one) => one.title.startsWith('Verify'));
    expect(verifying.length).toBeGreaterThan(0);
    for (const { title, isPreferred } of verifying) expect([title, isPreferred]).toEqual([expect.stringMatching(/ \((?:review|sketch)\)$/), undefined]);
  });
});
