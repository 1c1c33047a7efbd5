/** The `webhookproof` section of the editor's settings. Foreign input: whatever is not of the right shape counts as not set. */
import { DidChangeConfigurationNotification } from 'vscode-languageserver/node';
import type { RuleLevel, Scope } from '../configuration/model.js';
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
  const { enable, rules, scope } = isRecord(value) ? value : {};
  const levels = Object.entries(isRecord(rules) ? rules : {}).flatMap(([id, given]) => {
    const level = given === false ? 'off' : levelsOfRules.find((one) => one === given);
    return level === undefined ? [] : [[id, level] as const];
  });
  return { enable: enable !== false, rules: Object.fromEntries(levels), scope: scopes.find((one) => one === scope) };
}

const levelsOfRules: readonly RuleLevel[] = ['error', 'warning', 'note', 'off'];
const scopes: readonly Scope[] = ['webhooks', 'all-endpoints'];

function section(sent: unknown): unknown {
  return isRecord(sent) && 'webhookproof' in sent ? sent.webhookproof : sent;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
