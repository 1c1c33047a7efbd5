/** The language status item of the active document: how many findings, how long the last look took, and what went wrong. */
import { Disposable, LanguageStatusSeverity, languages, type TextEditor, window } from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import { documentSelector } from '../server.js';

interface Status {
  /** Null speaks of the server as a whole. */
  readonly uri: string | null;
  readonly state: 'ready' | 'failed';
  readonly findings: number;
  readonly milliseconds: number;
  readonly message?: string;
}

export function showStatus(client: LanguageClient): Disposable {
  const item = languages.createLanguageStatusItem('webhookproof.status', documentSelector);
  item.name = 'Webhookproof';
  item.command = { command: 'webhookproof.showLog', title: 'Show log' };
  const byDocument = new Map<string, Status>();
  let failure: string | undefined;

  const show = (editor: TextEditor | undefined): void => {
    const status = editor && byDocument.get(client.code2ProtocolConverter.asUri(editor.document.uri));
    item.busy = failure === undefined && (client.state === State.Starting || (editor !== undefined && status === undefined && client.state === State.Running));
    item.severity = failure === undefined ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Error;
    item.text = failure === undefined ? counted(status) : 'Webhookproof is not running';
    item.detail = failure ?? (status === undefined ? '' : `last look ${status.milliseconds < 1 ? 'under 1' : Math.round(status.milliseconds)} ms`);
  };

  const subscriptions = [
    item,
    client.onNotification('webhookproof/status', (status: Status) => {
      if (status.state === 'failed') failure = status.message ?? 'The server has a problem; its log says which.';
      else if (status.uri !== null) byDocument.set(status.uri, status);
      show(window.activeTextEditor);
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Starting) {
        failure = undefined;
        byDocument.clear();
      } else if (newState === State.Stopped) failure = 'The server has stopped. "Webhookproof: Restart Server" starts it again.';
      show(window.activeTextEditor);
    }),
    window.onDidChangeActiveTextEditor(show),
  ];
  show(window.activeTextEditor);
  return Disposable.from(...subscriptions);
}

function counted(status: Status | undefined): string {
  if (status === undefined) return 'Webhookproof';
  if (status.findings === 0) return 'Webhookproof: no findings';
  return `Webhookproof: ${status.findings} ${status.findings === 1 ? 'finding' : 'findings'}`;
}
