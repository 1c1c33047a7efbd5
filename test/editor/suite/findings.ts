import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findings, open, quickFixes, ruleOf } from './editor.js';

const samples = [
  { name: 'express-github/server.ts', rules: ['fail-open-verification', 'weak-signature-comparison'] },
  { name: 'next-stripe/app/api/webhooks/stripe/route.ts', rules: ['missing-signature-verification'] },
  { name: 'flask-releases/app.py', rules: ['missing-signature-verification'] },
];

describe('findings', () => {
  for (const { name, rules } of samples) {
    it(`stand in ${name}`, async () => {
      const found = await findings(await open(name));
      assert.deepEqual(found.map(ruleOf).sort(), rules);
      for (const { message, code } of found) {
        assert.equal(message.split('\n').length, 3);
        assert.ok(typeof code === 'object' && code.target.scheme === 'file', 'the rule is linked to its page');
      }
    });

    it(`go from ${name} when every first quick fix is applied`, async () => {
      const document = await open(name);
      for (const rule of rules) {
        const [diagnostic] = (await findings(document, (found) => found.some((each) => ruleOf(each) === rule) || found.length === 0)).filter(
          (each) => ruleOf(each) === rule,
        );
        if (diagnostic === undefined) continue;
        const [action] = await quickFixes(document, diagnostic.range);
        assert.ok(action?.edit, 'the quick fix has an edit');
        assert.ok(await vscode.workspace.applyEdit(action.edit));
        await findings(document, (found) => found.every((each) => ruleOf(each) !== rule));
      }
      await findings(document, (found) => found.length === 0);
      // One undo step for each repair leads back to the file on disk.
      for (let steps = 0; document.isDirty && steps < rules.length; steps++) await vscode.commands.executeCommand('undo');
      assert.equal(document.isDirty, false);
    });
  }

  it('show the rule on hover', async () => {
    const document = await open('flask-releases/app.py');
    const [diagnostic] = await findings(document);
    assert.ok(diagnostic);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, diagnostic.range.start);
    const text = hovers.flatMap((hover) => hover.contents).map((content) => (typeof content === 'string' ? content : content.value));
    assert.ok(
      text.some((each) => each.startsWith('# ')),
      text.join('\n'),
    );
  });

  it('do not stand in a file without handlers', async () => {
    const document = await open('express-github/deployments.ts');
    await findings(await open('express-github/server.ts'));
    assert.deepEqual(await findings(document, () => true), []);
  });
});
