/**
 * `npm run new-provider -- some-id --name "Some Name"`: the row of a sender of deliveries, with the holes that its
 * documentation fills. Detection, guards, repairs and the table of providers follow by themselves.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { asked, create } from './skeleton.mjs';

const { id, name, camel, root } = asked('npm run new-provider -- some-id [--name "Some Name"]');
const variable = id.replaceAll('-', '_').toUpperCase();

create(root, {
  [`server/src/knowledge/providers/${id}.ts`]: `import type { ProviderRow } from '../rows.js';

export const ${camel}: ProviderRow = {
  id: '${id}',
  name: ${JSON.stringify(name).replaceAll('"', "'")},
  docs: 'https://',
  scheme: 'hmac',
  signatureHeader: 'x-${id}-signature',
  timestampHeader: null,
  toleranceSeconds: null,
  eventIdPath: null,
  secretEnvNames: ['${variable}_WEBHOOK_SECRET'],
  headers: ['x-${id}-signature'],
  payloadFields: [],
  words: ['${id.replaceAll('-', '')}'],
  packages: [],
  sdk: { node: null, python: null },
  recipe: {
    construction: 'hmac',
    digest: 'sha256',
    key: 'utf8',
    message: '{body}',
    encoding: 'hex',
    signature: { in: 'header', name: 'x-${id}-signature', format: { kind: 'plain' } },
    timestamp: { in: 'none', name: null, unit: null },
  },
  challenge: null,
};
`,
});

const { status } = spawnSync(process.execPath, [path.join(root, 'server/src/knowledge/data/generate.mjs')], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
console.log('Next: fill the row from the documentation, and add a signature it gives as an example to data/vectors.json. npx vitest run test/knowledge');
