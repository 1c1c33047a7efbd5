import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findings, open } from './editor.js';

const extension = () => vscode.extensions.all.find((each) => each.packageJSON.name === 'webhookproof' && each.packageJSON.main);

describe('the extension', () => {
  it('is active once a handled language is open, and only then listed commands work', async () => {
    await open('flask-releases/app.py');
    await eventually('active extension', () => extension()?.isActive || undefined);
    const commands = await vscode.commands.getCommands(true);
    for (const { command } of extension()?.packageJSON.contributes.commands ?? []) assert.ok(commands.includes(command), command);
  });

  it('restarts its server and finds everything again', async () => {
    const document = await open('flask-releases/app.py');
    const before = await findings(document);
    await vscode.commands.executeCommand('webhookproof.restartServer');
    const after = await findings(document, (found) => found.length === before.length);
    assert.deepEqual(
      after.map((each) => each.message),
      before.map((each) => each.message),
    );
  });

  it('shows its log and the page of a rule', async () => {
    await vscode.commands.executeCommand('webhookproof.showLog');
    await vscode.commands.executeCommand('webhookproof.showRule', 'missing-signature-verification');
    await eventually('page', () =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).find((tab) => tab.label.includes('missing-signature-verification')),
    );
  });

  it('opens the link of a finding as a page to read, not as Markdown to edit', async () => {
    const document = await open('flask-releases/app.py');
    const [found] = await findings(document);
    const code = found?.code;
    assert.ok(typeof code === 'object' && code !== null);
    await vscode.commands.executeCommand('vscode.open', code.target);
    await eventually('page', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor' && input.uri.path === code.target.path
        ? input
        : undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('is silenced by its setting', async () => {
    const document = await open('flask-releases/app.py');
    await findings(document);
    const settings = vscode.workspace.getConfiguration('webhookproof');
    await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
    await findings(document, (found) => found.length === 0);
    await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await findings(document);
  });
});
