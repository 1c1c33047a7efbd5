import { commands, type Disposable, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';

export function registerRestartServer(client: LanguageClient): Disposable {
  return commands.registerCommand('webhookproof.restartServer', async () => {
    try {
      await client.restart();
    } catch (error) {
      client.error('The server could not be restarted.', error, false);
      await window.showErrorMessage('Webhookproof could not be restarted. Its log says why.');
    }
  });
}
