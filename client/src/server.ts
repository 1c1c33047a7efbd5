/** How the server is started and which documents it is told of. */
import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';

const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python'];

export const documentSelector = [...languages.map((language) => ({ scheme: 'file', language })), { scheme: 'file', pattern: '**/webhookproof.config.json' }];

export function createClient(context: ExtensionContext, log: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server/main.js');
  const env = { ...process.env, WEBHOOKPROOF_CODE_CACHE: Uri.joinPath(context.globalStorageUri, 'code').fsPath };
  return new LanguageClient(
    'webhookproof',
    'Webhookproof',
    {
      run: { module, transport: TransportKind.ipc, options: { env } },
      debug: { module, transport: TransportKind.ipc, options: { env, execArgv: ['--nolazy', '--inspect=6009'] } },
    },
    {
      documentSelector,
      outputChannel: log,
      initializationOptions: { status: true },
      diagnosticPullOptions: { onChange: true, onFocus: true },
    },
  );
}
