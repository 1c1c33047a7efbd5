/** What a test asks of the editor, with patience. */
import * as vscode from 'vscode';

export async function open(name: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our findings in the document, once there are as many as wanted. */
export async function findings(
  document: vscode.TextDocument,
  wanted: (found: vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<vscode.Diagnostic[]> {
  return eventually(`findings in ${document.fileName}`, () => {
    const found = vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => diagnostic.source === 'webhookproof');
    return wanted(found) ? found : undefined;
  });
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** The quick fixes at a place, with their edits. The first requests are cancelled while the built-in TypeScript server loads. */
export async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return eventually('quick fixes', async () => {
    try {
      const kind = vscode.CodeActionKind.QuickFix.value;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind, 50);
      return actions.length > 0 ? actions : undefined;
    } catch (error) {
      if (error instanceof Error && error.message.includes('Canceled')) return undefined;
      throw error;
    }
  });
}

export async function eventually<Value>(what: string, look: () => Value | undefined | Promise<Value | undefined>): Promise<Value> {
  for (const end = Date.now() + 15_000; ; ) {
    const value = await look();
    if (value !== undefined) return value;
    if (Date.now() > end) throw new Error(`no ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
