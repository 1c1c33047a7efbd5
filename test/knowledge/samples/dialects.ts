/** How the three kinds of handlers that samples are written as read a request and refuse it. */

export interface Dialect {
  readonly id: 'express' | 'next' | 'flask';
  readonly language: 'javascript' | 'python';
  header(name: string): string;
  /** The whole bag of headers, the request, the parsed body, the fields of a form, the body's exact text or bytes. */
  readonly headers: string;
  readonly request: string;
  readonly parsed: string;
  readonly form: string;
  readonly raw: string;
  refuse(status: number): string;
  readonly answer: string;
}

/** What stands around the statements of a handler. */
export interface Program {
  readonly path: string;
  readonly imports: readonly string[];
  /** Lines of the module, before the handler. */
  readonly before: readonly string[];
  readonly body: readonly string[];
  /** What the framework does with the body first. */
  readonly parser: 'raw' | 'json' | 'form' | 'none';
  /** Middleware or decorators of the route. */
  readonly stages?: readonly string[];
}

export const express: Dialect = {
  id: 'express',
  language: 'javascript',
  header: (name) => `req.get('${name}')`,
  headers: 'req.headers',
  request: 'req',
  parsed: 'req.body',
  form: 'req.body',
  raw: "req.body.toString('utf8')",
  refuse: (status) => `return res.status(${status}).end();`,
  answer: 'res.status(204).end();',
};

export const next: Dialect = {
  id: 'next',
  language: 'javascript',
  header: (name) => `request.headers.get('${name}')`,
  headers: 'Object.fromEntries(request.headers)',
  request: 'request',
  parsed: 'await request.json()',
  form: 'Object.fromEntries(await request.formData())',
  raw: 'await request.text()',
  refuse: (status) => `return new Response(null, { status: ${status} });`,
  answer: 'return new Response(null, { status: 204 });',
};

export const flask: Dialect = {
  id: 'flask',
  language: 'python',
  header: (name) => `request.headers.get("${titled(name)}")`,
  headers: 'request.headers',
  request: 'request',
  parsed: 'request.get_json()',
  form: 'request.form.to_dict()',
  raw: 'request.get_data()',
  refuse: (status) => `return "", ${status}`,
  answer: 'return "", 204',
};

const parsers = { raw: "express.raw({ type: '*/*' })", json: 'express.json()', form: 'express.urlencoded({ extended: false })', none: '' };

export function written(dialect: Dialect, program: Program): string {
  if (dialect.language === 'python') return python(program);
  const store = ["import { MongoClient } from 'mongodb';", ...program.imports];
  const connect = ['', "const parcels = new MongoClient('mongodb://store').db().collection('parcels');", ...program.before, ''];
  if (dialect.id === 'next') return lines([...store, ...connect, 'export async function POST(request: Request) {', ...indented(program.body, '  '), '}']);
  const stages = [parsers[program.parser], ...(program.stages ?? [])].filter((stage) => stage !== '');
  return lines([
    "import express from 'express';",
    ...store,
    ...connect,
    'const app = express();',
    '',
    `app.post('${program.path}', ${[...stages, 'async (req, res) => {'].join(', ')}`,
    ...indented(program.body, '  '),
    '});',
  ]);
}

function python(program: Program): string {
  return lines([
    ...program.imports,
    'from flask import Flask, request',
    'from pymongo import MongoClient',
    '',
    'app = Flask(__name__)',
    'parcels = MongoClient().store.parcels',
    ...program.before,
    '',
    '',
    `@app.post("${program.path}")`,
    ...(program.stages ?? []).map((stage) => `@${stage}`),
    'def inbox():',
    ...indented(program.body, '    '),
  ]);
}

/** Where a route handler of Next stands; the others stand anywhere. Folders cost more than files. */
export function fileOf(dialect: Dialect, path: string, name: string): string {
  if (dialect.id === 'next') return `app${path}/${name}/route.ts`;
  return `${name}.${dialect.id === 'flask' ? 'py' : 'ts'}`;
}

export function indented(body: readonly string[], by: string): string[] {
  return body.map((line) => (line === '' ? line : by + line));
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

function titled(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());
}
