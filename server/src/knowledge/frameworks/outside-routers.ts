import type { FrameworkRow } from '../rows.js';

/** Handlers that no router registers in sight: use-case functions and procedures that are handed headers and body. */
export const outsideRouters: FrameworkRow = {
  id: 'function',
  name: 'Functions that are handed headers and body',
  docs: 'https://developer.mozilla.org/docs/Web/HTTP/Headers',
  packages: [],
  functionsTaking: { headers: ['headers'], body: ['body', 'rawBody', 'payload', 'raw_body'] },
  bodyBefore: 'on-demand',
};
