/** Shows a rule's page, which comes with the extension. Without an id the person picks one. */
import { commands, type Disposable, Uri, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

interface ListedRule {
  readonly id: string;
  readonly title: string;
  readonly page: string | null;
}

export function registerShowRule(client: LanguageClient): Disposable {
  return commands.registerCommand('webhookproof.showRule', async (id?: unknown) => {
    const rules = await client.sendRequest<ListedRule[]>('webhookproof/rules');
    const rule = rules.find((each) => each.id === id) ?? (await pick(rules));
    if (rule?.page) await commands.executeCommand('markdown.showPreview', Uri.parse(rule.page, true));
  });
}

async function pick(rules: readonly ListedRule[]): Promise<ListedRule | undefined> {
  const items = rules.map((rule) => ({ label: rule.title, description: rule.id, rule }));
  return (await window.showQuickPick(items, { title: 'Webhookproof: rules', matchOnDescription: true }))?.rule;
}
