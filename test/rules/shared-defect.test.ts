/** A fault in a helper that several files use is one finding, at its line, and names every endpoint that it affects. */
import { expect, it } from 'vitest';
import { caseOf, leftOutElsewhere } from '../support/cases.js';
import { scanCase } from '../support/scan-case.js';

const route = (path: string, name: string): string => `import { Router } from 'express';
import { isGenuine } from './genuine';
import { parcels } from './parcels';

export const ${name} = Router();

${name}.post('${path}', async (req, res) => {
  if (!isGenuine(req.body, req.get('x-depot-signature'))) return res.sendStatus(401);
  const { number } = JSON.parse(req.body);
  await parcels.insertOne({ number });
  return res.sendStatus(204);
});
`;

const helper = `import { createHmac } from 'node:crypto';

export function isGenuine(raw: Buffer, signature: string | undefined): boolean {
  const secret = process.env.DEPOT_SECRET;
  if (!secret) return true;
  return createHmac('sha256', secret).update(raw).digest('hex') === signature;
}
`;

const app = `import express from 'express';
import { returns } from './returns';
import { sendings } from './sendings';

const app = express();
app.use(express.raw({ type: '*/*' }));
app.use(sendings);
app.use(returns);
`;

it('is told once for endpoints of two files', async () => {
  const subject = caseOf('shared-helper', 'unsound', [
    { path: 'src/app.ts', text: app },
    { path: 'src/genuine.ts', text: helper },
    { path: 'src/returns.ts', text: route('/hooks/returns', 'returns') },
    { path: 'src/sendings.ts', text: route('/hooks/sendings', 'sendings') },
  ]);

  const { findings, problems } = await scanCase(subject);

  expect(problems).toEqual([]);
  for (const rule of ['fail-open-verification', 'weak-signature-comparison']) {
    const told = findings.filter((one) => one.rule === rule);
    expect(
      told.map((one) => [one.at.path, one.endpoints.map((place) => place.path)]),
      rule,
    ).toEqual([['src/genuine.ts', ['src/returns.ts', 'src/sendings.ts']]]);
  }
  expect(findings.filter((one) => !leftOutElsewhere.has(one.rule))).toHaveLength(2);
});
