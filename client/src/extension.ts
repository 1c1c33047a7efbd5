/** Starts and stops the language server, nothing else. This project knows VS Code; what it knows of the server is the protocol. */
import { type ExtensionContext, window } from 'vscode';
import { registerRestartServer } from './commands/restart-server.js';
import { registerShowLog } from './commands/show-log.js';
import { registerShowRule } from './commands/show-rule.js';
import { createClient } from './server.js';
import { showStatus } from './views/status.js';

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Webhookproof', { log: true });
  const client = createClient(context, log);
  context.subscriptions.push(log, client, showStatus(client), registerRestartServer(client), registerShowLog(log), registerShowRule(client));
  await client.start();
}
