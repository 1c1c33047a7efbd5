/**
 * Code to measure with, made here and the same on every machine: single handler files of a wanted length with the findings
 * that must come of them, and a workspace of 2,500 files of which three in a hundred receive deliveries.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as express from './templates/express.mjs';
import * as flask from './templates/flask.mjs';
import { ordinary } from './templates/ordinary.mjs';

/** `{ text, wants, typeAt }`: the findings by line, and where somebody may type a letter into a handler without changing one. */
export function handlerFile(language, lines, salt) {
  const { head, handlers, surroundings } = language === 'python' ? flask : express;
  const next = randoms(salt);
  let handlerCount = 0;
  const marked = fit(head(salt), lines, (index) => {
    const pieces = index % 3 === 0 ? handlers : surroundings;
    const piece = pieces === handlers ? handlers[handlerCount++ % handlers.length] : pick(next, surroundings);
    return piece({ noun: pick(next, nouns), index, salt });
  });
  const wants = [];
  const text = marked
    .split('\n')
    .map((line, index) => {
      const mark = /^(.*?) (?:\/\/|#)! ([\w-]+)$/.exec(line);
      if (mark === null) return line;
      wants.push({ line: index, rule: mark[2] });
      return mark[1];
    })
    .join('\n');
  return { text, wants, typeAt: placeToType(text) };
}

/** Writes the workspace; answers its handler files with what is to be found in them. */
export function writeWorkspace(root, { files = 2500 } = {}) {
  const handlers = [];
  const next = randoms(42);
  const put = putInto(root);
  writeNeighbours(put, 'apps/api/src');
  put('services/hooks/models.py', neighbours['models.py']);
  put('services/hooks/__init__.py', '');

  for (let count = 0; count < files; count++) {
    const isPython = count % 5 === 4;
    const size = pick(next, sizes);
    if (count % 33 === 32) {
      const file = isPython ? `services/hooks/supplier_${count}.py` : `apps/api/src/hooks/supplier${count}.ts`;
      const { text, wants } = handlerFile(isPython ? 'python' : 'typescript', size, count);
      put(file, text);
      handlers.push({ file, wants });
    } else {
      const folder = folders[count % folders.length];
      const file = isPython ? `services/${folder}/part_${count}.py` : `packages/${folder}/src/part${count}.ts`;
      put(file, ordinaryFile(isPython ? ordinary.py : ordinary.ts, size, count));
    }
  }
  writeNeighbours(put, 'packages');
  put('tsconfig.json', JSON.stringify({ compilerOptions: { target: 'ES2022', module: 'ESNext', moduleResolution: 'Bundler', strict: true } }));
  put('package.json', '{ "name": "suppliers", "private": true }');
  return handlers;
}

/** A small project around one handler file of each language; answers its folder. */
export function writeProject(scratch) {
  const root = mkdtempSync(path.join(scratch, 'project-'));
  const put = putInto(root);
  writeNeighbours(put, '.');
  put('hooks/models.py', neighbours['models.py']);
  put('package.json', '{ "name": "suppliers", "private": true }');
  return root;
}

/** What handler files import. */
function writeNeighbours(put, folder) {
  for (const name of ['logger', 'queue', 'store']) put(`${folder}/lib/${name}.ts`, neighbours[`${name}.ts`]);
}

const neighbours = {
  'logger.ts': `export const logger = {
  info: (...words: unknown[]) => console.info(...words),
  warn: (...words: unknown[]) => console.warn(...words),
  error: (...words: unknown[]) => console.error(...words),
};
`,
  'queue.ts': `import { Queue } from 'bullmq';

export const queue = new Queue('suppliers', { connection: { host: process.env.REDIS_HOST } });
`,
  'store.ts': `import { PrismaClient } from '@prisma/client';

export const db = new PrismaClient();

// biome-ignore lint/suspicious/noExplicitAny: rows have as many shapes as there are suppliers
export type Row = Record<string, any>;
`,
  'models.py': `from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()


class Record(db.Model):
    id = db.Column(db.String, primary_key=True)
    reference = db.Column(db.String, unique=True)
    total = db.Column(db.Integer)


class Delivery(db.Model):
    reference = db.Column(db.String, primary_key=True)
`,
};

function putInto(root) {
  return (file, text) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
}

const nouns = ['order', 'invoice', 'customer', 'plan', 'payment', 'shipment', 'ticket', 'account', 'refund', 'dispute', 'payout', 'profile', 'booking'];
const folders = ['billing', 'catalogue', 'people', 'reports', 'search', 'shop', 'stock', 'travel'].flatMap((area) =>
  ['core', 'views', 'jobs'].map((part) => `${area}/${part}`),
);
const sizes = [40, 80, 120, 200, 320];

function ordinaryFile({ head, pieces }, lines, salt) {
  const next = randoms(salt);
  return fit(head(3), lines, (index) => pick(next, pieces)({ noun: pick(next, nouns), index, salt }));
}

function fit(head, lines, nextPiece) {
  let text = head;
  let count = head.split('\n').length;
  for (let index = 0; count < lines - 8; index++) {
    const piece = nextPiece(index);
    text += piece;
    count += piece.split('\n').length - 1;
  }
  return text;
}

/** Into the name of an event that a handler in the middle of the file looks for. */
function placeToType(text) {
  const place = /['"]\w+\.(?:created|closed)['"]/g;
  const all = [...text.matchAll(place)];
  const middle = all.find((match) => match.index > text.length / 3) ?? all.at(-1);
  if (middle === undefined) throw new Error('the file has no handler to type into');
  return middle.index + 3;
}

/** Numbers from 0 to 1, the same for the same seed. */
function randoms(seed) {
  let state = (Math.imul(seed, 2654435761) + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick(next, list) {
  return list[Math.floor(next() * list.length)];
}
