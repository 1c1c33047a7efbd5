/**
 * `npm run new-framework -- some-id --name "Some Name"`: the row of a web framework. Endpoints, raw bodies and refusals follow
 * by themselves; the shared guard shapes run on it once they have a file for it.
 */
import { asked, create, enlist } from './skeleton.mjs';

const { id, name, camel, root } = asked('npm run new-framework -- some-id [--name "Some Name"]');

create(root, {
  [`server/src/knowledge/frameworks/${id}.ts`]: `import type { FrameworkRow } from '../rows.js';

export const ${camel}: FrameworkRow = {
  id: '${id}',
  name: ${JSON.stringify(name).replaceAll('"', "'")},
  docs: 'https://',
  packages: ['${id}'],
  routers: [
    {
      created: ['${id}()'],
      routes: [{ member: 'post', form: 'call', methods: ['POST'], path: 0, handlers: 1 }],
      params: ['${id}.Request', '${id}.Response'],
    },
  ],
  members: [
    { name: '${id}.Request', is: ['request'] },
    { name: '${id}.Request.body', is: ['parsed-body', 'payload'] },
    { name: '${id}.Request.headers', is: ['headers'] },
  ],
  calls: [],
  bodyBefore: 'parsed',
};
`,
});
enlist(root, 'server/src/knowledge/frameworks/index.ts', { line: `import { ${camel} } from './${id}.js';`, name: camel, list: 'frameworks' });
console.log('Next: fill the row from the documentation, and give it the guard shapes that the others have. npx vitest run test/rules');
