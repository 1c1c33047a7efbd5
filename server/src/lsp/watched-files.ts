/** `workspace/didChangeWatchedFiles`: what changes on disk may change what an open handler means. */
import { DidChangeWatchedFilesNotification, type DidChangeWatchedFilesParams } from 'vscode-languageserver/node';
import { recheckOthers } from './diagnostics.js';
import type { Session } from './session.js';

const watched = [
  '**/*.{ts,tsx,js,jsx,mts,cts,mjs,cjs,py}',
  '**/{package,tsconfig,jsconfig}.json',
  '**/tsconfig.*.json',
  '**/{pnpm-workspace,serverless,template,sam}.{yaml,yml}',
  '**/*.tf',
  '**/pyproject.toml',
  // Also the files that a configuration extends, when they are called like one.
  '**/webhookproof*.json',
];

export function watchFiles(session: Session): void {
  if (!session.client.fileEvents) return;
  void session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watched.map((globPattern) => ({ globPattern })) });
}

export function filesChanged(session: Session, { changes }: DidChangeWatchedFilesParams): void {
  session.withEngine(() => {
    session.filesChanged(changes.map((change) => change.uri));
    void recheckOthers(session);
  });
}
