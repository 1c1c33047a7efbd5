/** The language server's bundle: the VS Code client and `webhookproof lsp` both start it. */
export { startServer } from './lsp/server.js';
