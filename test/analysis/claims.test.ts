import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../server/src/analysis/analyse.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { caseOf, withProject } from '../support/cases.js';

const helpers = 5;
const numbers = Array.from({ length: helpers }, (_, number) => number);

/** A handler that writes by many helpers; each insert may be had, refused or raise, and the handler goes on whatever came of it. */
const python = `import logging

from flask import Flask, request

from db import connect
from queues import publish

app = Flask(__name__)
WORDS = {"fragile", "heavy"}

${numbers
  .map(
    (number) => `
def note_${number}(body):
    try:
        connection = connect()
        cursor = connection.cursor()
        cursor.execute("INSERT INTO processed_${number} (event_id) VALUES (%s) ON CONFLICT DO NOTHING", (body["event_id"],))
        connection.commit()
        if cursor.rowcount == 0:
            logging.info("known")
        return [body["label"]]
    except Exception:
        logging.exception("not noted")
        return []

`,
  )
  .join('')}
${numbers
  .map(
    (number) => `
def known_${number}(body):
    connection = connect()
    if not connection:
        return []
    cursor = connection.cursor()
    cursor.execute("SELECT label FROM known_${number} WHERE parcel = %s", (body["parcel"],))
    return [row[0] for row in cursor.fetchall()]

`,
  )
  .join('')}
def described(${numbers.map((number) => `known_${number}`).join(', ')}):
    words = []
${numbers.map((number) => `    for label in known_${number}:\n        if label in WORDS:\n            words.append(label)`).join('\n')}
    return words


def note_all(body):
${numbers.map((number) => `    if note_${number}(body):\n        logging.info("noted")`).join('\n')}
${numbers.map((number) => `    known_${number}_labels = known_${number}(body)`).join('\n')}
    return described(${numbers.map((number) => `known_${number}_labels`).join(', ')})


@app.post("/hooks/parcels")
def parcels():
    body = request.get_json()
    note_all(body)
    publish(body)
    return "", 204
`;

describe('code that claims at every other line', () => {
  it('is followed to its end, to what is done behind all of it', async () => {
    await withProject(caseOf('claims', 'unsound', [{ path: 'hooks.py', text: python }]), async (root) => {
      const workspace = new Workspace({ root, log: () => undefined });
      await workspace.ready('hooks.py');
      const [endpoint] = analyseFile(workspace.snapshot(), 'hooks.py').endpoints;

      expect(endpoint?.evaluated.run.order.claims.size).toBe(helpers);
      expect(endpoint?.evaluated.run.isExhausted).toBe(false);
      expect(endpoint?.evaluated.run.records.map(({ event }) => event.spelling)).toContain('publish');
    });
  });
});
