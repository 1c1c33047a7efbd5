/** Tells a client that asked for it how a document stands. */
import type { OpenDocument } from './document.js';
import type { Session } from './session.js';

/** Notification `webhookproof/status`. */
export interface Status {
  readonly state: 'ready' | 'failed';
  readonly findings: number;
  readonly milliseconds: number;
  /** Why, when it failed. */
  readonly message?: string;
}

export function tellStatus(session: Session, document: OpenDocument | undefined, status: Status): void {
  if (session.client.status) void session.connection.sendNotification('webhookproof/status', { uri: document?.uri ?? null, ...status });
}
