/** P1, P5, P10: language servers over stdio, ours beside one that does nothing, with the same document open in both. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expectFindings } from './expected.mjs';
import { handlerFile, writeProject } from './generate.mjs';
import { ratio } from './measure.mjs';
import { root } from './parts.mjs';
import { MeasuredServer } from './processes/server.mjs';

/** A letter typed and taken back, all servers in turn; typing goes on at the pace of a fast typist's bursts. */
export async function typing(parts, { blocks = 12, warmUp = 4, editsInBlock = 12, gap = 15 } = {}) {
  const { typescript, python } = documents(parts);
  const cases = [];
  for (const [id, document] of [
    ['P1', typescript],
    ['P5', python],
  ])
    for (const kind of ['floor', 'ours'])
      cases.push({ id, kind, document, server: await MeasuredServer.start(command(parts, kind), document), wall: [], cpu: [] });

  for (let block = 0; block < blocks; block++) {
    for (const { kind, document, server, wall, cpu } of cases) {
      const before = await server.cpu();
      const times = [];
      for (let edit = 0; edit < editsInBlock; edit++) {
        const { line, character } = document.typeAt;
        const isAdded = edit % 2 === 0;
        const end = { line, character: character + (isAdded ? 0 : 1) };
        times.push(await server.edit({ start: { line, character }, end }, isAdded ? 'x' : ''));
        if (kind === 'ours') expectFindings(document.wants, found(server.diagnostics), document.file);
        await sleep(gap);
      }
      if (block < warmUp) continue;
      wall.push(...times);
      cpu.push(((await server.cpu()) - before) / editsInBlock);
    }
  }
  for (const { server } of cases) await server.stop();

  const of = (id, kind) => cases.find((each) => each.id === id && each.kind === kind);
  return ['P1', 'P5'].map((id) => ratio(id, of(id, 'ours'), of(id, 'floor')));
}

/** Start to first findings, with the machine code of earlier starts. */
export async function starting(parts, { rounds = 10, warmUp = 3 } = {}) {
  const { typescript: document } = documents(parts);
  const taken = { floor: [], ours: [] };
  for (let round = 0; round < rounds; round++) {
    for (const kind of ['floor', 'ours']) {
      const server = await MeasuredServer.start(command(parts, kind), document);
      const cpu = await server.cpu();
      if (kind === 'ours') expectFindings(document.wants, found(server.diagnostics), document.file);
      await server.stop();
      if (round >= warmUp) taken[kind].push({ wall: server.cold, cpu });
    }
  }
  const of = (kind) => ({ wall: taken[kind].map((each) => each.wall), cpu: taken[kind].map((each) => each.cpu) });
  return [ratio('P10', of('ours'), of('floor'))];
}

/** The Node that the servers run under: the asked one, else ours, else the one of the tests' VS Code if only that has a code cache. */
export function serverNode({ node }) {
  if (node !== undefined) return node;
  const packages = path.join(root, '.vscode-host/node/node_modules');
  const newer = existsSync(packages) ? readdirSync(packages).map((name) => path.join(packages, name, 'bin/node')) : [];
  return hasCodeCache(process.execPath) ? process.execPath : (newer.find((file) => existsSync(file)) ?? process.execPath);
}

function hasCodeCache(node) {
  return node !== process.execPath || nodeModule.enableCompileCache !== undefined;
}

function command(parts, kind) {
  const args = kind === 'floor' ? [parts.nothing] : [parts.cli, 'lsp', '--stdio'];
  return {
    node: serverNode(parts),
    args,
    usage: parts.usage,
    env: { NODE_COMPILE_CACHE: path.join(parts.scratch, 'code-cache'), WEBHOOKPROOF_CODE_CACHE: path.join(parts.scratch, 'own-code') },
  };
}

function documents({ scratch }) {
  const folder = writeProject(scratch);
  const documentOf = (languageId, file) => {
    const { text, wants, typeAt } = handlerFile(languageId, 300, 7);
    writeFileSync(path.join(folder, file), text);
    const before = text.slice(0, typeAt).split('\n');
    return { folder, file, languageId, text, wants, typeAt: { line: before.length - 1, character: before.at(-1).length } };
  };
  return { typescript: documentOf('typescript', 'hooks/supplier.ts'), python: documentOf('python', 'hooks/supplier.py') };
}

function found(diagnostics) {
  return diagnostics.map(({ code, range }) => ({ rule: code, line: range.start.line }));
}
