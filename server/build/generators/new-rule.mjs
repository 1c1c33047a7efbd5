/**
 * `npm run new-rule -- some-id --name "What is wrong"`: the rule with its page, and cases in both languages that fail until
 * the rule finds something. The registry, the settings, the README's table, the reports' rule lists and the
 * hovers follow by themselves.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { asked, create, enlist } from './skeleton.mjs';

const { id, name, camel, root } = asked('npm run new-rule -- some-id [--name "What is wrong"]');
const cases = `test/rules/${id}/cases`;

create(root, {
  [`server/src/rules/${id}/rule.ts`]: `import page from './rule.md?raw';
import { message, routeName, rule } from '../rule.js';

export default rule({
  id: '${id}',
  title: '${name.replaceAll("'", "\\'")}',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      const isSound = true;
      if (isSound) continue;

      report({
        rule: '${id}',
        variant: 'first',
        message: message(\`\${routeName(analysed)} ... what it does.\`, 'Why that matters.', 'What to do.'),
        at: analysed.endpoint.route,
        because: [],
        certainty: 'likely',
        endpoints: [analysed.endpoint.route],
        remedies: [],
      });
    }
  },
});
`,
  [`server/src/rules/${id}/rule.md`]: `# ${name}

\`${id}\`

## What it finds

## Why it matters

## Unsound

\`\`\`ts
\`\`\`

\`\`\`py
\`\`\`

## Sound

\`\`\`ts
\`\`\`

\`\`\`py
\`\`\`

## What the remedies do

## What it cannot see
`,
  [`${cases}/first.unsound.ts`]: `${express(id)}`,
  [`${cases}/first.unsound.py`]: `${flask(id)}`,
  [`${cases}/first.sound.ts`]: `${express()}`,
  [`${cases}/first.sound.py`]: `${flask()}`,
});
enlist(root, 'server/src/rules/registry.ts', { line: `import ${camel} from './${id}/rule.js';`, name: camel, list: 'rules' });
for (const script of ['manifest.mjs', 'rules-table.mjs', 'configuration-schema.mjs']) {
  const { status } = spawnSync(process.execPath, [path.join(root, 'server/build', script), '--root', root], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
console.log(`Next: make the cases in ${cases} say what is right and wrong, then the rule. npx vitest run test/rules`);

function express(rule) {
  const want = rule === undefined ? '' : ` // want ${rule} "what it does"`;
  return `import express from 'express';
import { parcels } from './parcels';

const app = express();

app.post('/hooks/parcels', express.raw({ type: '*/*' }), async (req, res) => {${want}
  await parcels.insert(JSON.parse(req.body.toString()));
  res.sendStatus(204);
});
`;
}

function flask(rule) {
  const want = rule === undefined ? '' : `  # want ${rule} "what it does"`;
  return `from flask import Flask, request
from parcels import parcels

app = Flask(__name__)


@app.post("/hooks/parcels")${want}
def receive_parcel():
    parcels.insert(request.get_json())
    return "", 204
`;
}
