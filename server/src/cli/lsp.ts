/** `webhookproof lsp --stdio`: the language server for any editor. */
import { readOptions } from './options.js';
import type { Command } from './run.js';
import { UsageError } from './usage.js';

export const lsp: Command = async (args) => {
  const given = readOptions('lsp', args, { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } });
  if (given.positionals.length > 0) throw new UsageError('lsp takes no arguments');
  if (!given.has('stdio')) throw new UsageError('lsp speaks on standard input and output only; write webhookproof lsp --stdio');
  const { startServer } = await import('../lsp/server.js');
  startServer();
  return 0;
};
