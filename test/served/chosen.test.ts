/** Handlers whose sender names the collection, and fills in whole records: sketched, served, and given other names and more fields. */
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { missingPython, type Served, serveNode, servePython } from './serve.js';

const KEY = 'parcels-of-this-test';
const RULES = new Set(['payload-chosen-resource', 'mass-assignment']);
const STORE = {
  'db.js': `import { appendFileSync } from 'node:fs';
const note = (text) => appendFileSync(process.env.EFFECTS, text + '\\n');
export const db = { collection: (name) => ({ deleteOne: async ({ id }) => note(name + ' ' + id) }) };
export const prisma = { parcel: { update: async ({ data }) => note(JSON.stringify(data)) } };
`,
  'db.py': `import json
import os


def note(text):
    with open(os.environ["EFFECTS"], "a") as effects:
        effects.write(text + "\\n")


class Collection:
    def __init__(self, name):
        self.name = name

    def delete_one(self, given):
        note(f"{self.name} {given['id']}")


class db:
    get_collection = Collection


class Query:
    def filter_by(self, **given):
        return self

    def update(self, given):
        note(json.dumps(given, separators=(",", ":")))


class Parcel:
    query = Query()
`,
};

describe.each(['express.ts', 'flask_app.py'])('%s', (file) => {
  let served: Served;
  let missing: string | undefined;

  beforeAll(async () => {
    missing = file === 'flask_app.py' ? missingPython('flask') : undefined;
    if (missing) return;
    const text = readFileSync(join(import.meta.dirname, 'handlers/chosen', file), 'utf8');
    const repaired = await untilSilent({ [file]: text }, undefined, (finding) => RULES.has(finding.rule));
    expect(repaired.left.map((one) => one.message)).toEqual([]);
    expect(repaired.applied).toHaveLength(2);
    served = await (extname(file) === '.py' ? servePython : serveNode)({ ...repaired.files, ...STORE }, file, { PARCEL_KEY: KEY });
  }, 120_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => served?.stop());

  it('takes names of the list, and refuses others', async () => {
    expect(await post(served, 'kinds', { kind: 'collection-of-yours', id: 7 })).toBe(204);
    expect(served.effects()).toEqual(['collection-of-yours 7']);
    for (const kind of ['admins', '', 'collection-of-yours2', ['collection-of-yours', 'x'], { name: 'collection-of-yours' }, null])
      expect({ kind, status: await post(served, 'kinds', { kind, id: 7 }), effects: served.effects() }).toEqual({ kind, status: 422, effects: [] });
  });

  it('writes the fields that are named, and no others', async () => {
    expect(await post(served, 'parcels', { number: 7, owner: 'me', role: 'admin', __proto__: { price: 0 } })).toBe(204);
    expect(served.effects()).toEqual(['{"number":7}']);
  });
});

async function post(served: Served, route: string, payload: unknown): Promise<number> {
  const body = JSON.stringify(payload);
  const headers = { 'content-type': 'application/json', 'x-parcel-signature': createHmac('sha256', KEY).update(body).digest('hex') };
  const answer = await served.send(`/webhooks/${route}`, { method: 'POST', body, headers });
  await answer.arrayBuffer();
  return answer.status;
}
