import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnnotatedTextEdit, CodeAction, TextDocumentEdit } from 'vscode-languageserver/node';
import { applyEdits, LspClient, plainClient } from '../support/lsp-client.js';

/** A repair that takes two files: the parser in one of them ate the bytes that the other one verifies. */
const project = path.resolve(import.meta.dirname, '../rules/parsed-body-signature/cases/parser-in-other-file.unsound');
const handler = 'src/billing.ts';
const application = 'src/app.ts';

let folder: string;
let client: LspClient;
const text = (name: string) => readFileSync(path.join(project, name), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'webhookproof-lsp-'));
  cpSync(project, folder, { recursive: true });
  client = new LspClient(folder);
});

afterEach(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function repair(): Promise<CodeAction> {
  client.open(handler, text(handler));
  const [diagnostic] = await client.diagnostics(handler);
  if (diagnostic === undefined) throw new Error('no finding');
  const [action] = await client.codeActions(handler, diagnostic);
  return client.request<CodeAction>('codeAction/resolve', action);
}

describe('a repair that changes another file', () => {
  it('asks before it does, and names the file', async () => {
    await client.initialize();
    const { edit } = await repair();
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(changes.map((change) => change.textDocument)).toEqual(
      expect.arrayContaining([
        { uri: client.uri(handler), version: 1 },
        { uri: client.uri(application), version: null },
      ]),
    );
    const edits = changes.flatMap((change) => change.edits as AnnotatedTextEdit[]);
    const asks = (one: AnnotatedTextEdit) => edit?.changeAnnotations?.[one.annotationId]?.needsConfirmation === true;
    // What needs confirmation is left out unless a person ticks it: it must be nothing that the repair cannot do without.
    expect(edits.filter(asks).map((one) => [one.newText, one.range.start])).toEqual([['', edits.filter(asks)[0]?.range.end]]);
    expect(edits.filter((one) => !asks(one)).length).toBeGreaterThan(1);
    for (const one of edits) expect(edit?.changeAnnotations?.[one.annotationId]?.description).toContain(application);
  });

  it('names the version of the other file when that is open too, and both together remove the finding', async () => {
    await client.initialize();
    client.open(application, text(application), 'typescript', 5);
    const { edit } = await repair();
    const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(changes.find((change) => change.textDocument.uri === client.uri(application))?.textDocument.version).toBe(5);
    for (const [name, version] of [
      [application, 6],
      [handler, 2],
    ] as const) {
      const edits = changes.find((change) => change.textDocument.uri === client.uri(name))?.edits ?? [];
      client.change(name, version, { text: applyEdits(text(name), edits as never) });
    }
    expect(await client.diagnostics(handler)).toEqual([]);
  });

  it('is no part of fix-all', async () => {
    await client.initialize();
    client.open(handler, text(handler));
    const [diagnostic] = await client.diagnostics(handler);
    if (diagnostic === undefined) throw new Error('no finding');
    expect(await client.codeActions(handler, diagnostic, { only: ['source.fixAll'] })).toEqual([]);
  });

  it('is a plain edit of both files for a client without annotations', async () => {
    await client.initialize(plainClient);
    client.open(handler, text(handler));
    const [diagnostic] = await client.published(handler, 1);
    if (diagnostic === undefined) throw new Error('no finding');
    const [action] = await client.codeActions(handler, diagnostic);
    expect(Object.keys(action?.edit?.changes ?? {}).sort()).toEqual([client.uri(application), client.uri(handler)].sort());
  });
});
