/** The `webhookproof` section of the editor's settings. Foreign input: whatever is not of the right shape counts as not set. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import { pushDiagnostics, recheckOthers } from './diagnostics.js';
import { described } from './safely.js';
import type { Session, Settings } from './session.js';

export function watchConfiguration(session: Session): void {
  if (session.client.configurationEvents) void session.connection.client.register(DidChangeConfigurationNotification.type, { section: 'webhookproof' });
}

/** Clients that cannot be asked send their settings along with the change. */
export async function readConfiguration(session: Session, sent?: unknown): Promise<void> {
  try {
    const value: unknown = session.client.configuration ? await session.connection.workspace.getConfiguration('webhookproof') : section(sent);
    const settings = toSettings(value);
    if (JSON.stringify(settings) === JSON.stringify(session.settings)) return;
    session.settings = settings;
    for (const document of session.documents) void pushDiagnostics(session, document);
    void recheckOthers(session);
  } catch (error) {
    session.connection.console.error(`reading the settings: ${described(error)}`);
  }
}

function toSettings(value: unknown): Settings {
  const { enable, rules } = isRecord(value) ? value : {};
  const switches = Object.entries(isRecord(rules) ? rules : {}).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean');
  return { enable: enable !== false, rules: Object.fromEntries(switches) };
}

function section(sent: unknown): unknown {
  return isRecord(sent) && 'webhookproof' in sent ? sent.webhookproof : sent;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
