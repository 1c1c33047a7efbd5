/**
 * P6, P7, P21: the core in one process with the bare parsers that it runs on. P6 and P7 have a process for each language, so that none
 * runs on code that the engine has made for another.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { byLine, expectFindings } from './expected.mjs';
import { handlerFile, writeProject } from './generate.mjs';
import { inTurns, ratio } from './measure.mjs';
import { loadEngine } from './parts.mjs';

const files = { ts: { language: 'typescript', file: 'hooks/supplier.ts' }, py: { language: 'python', file: 'hooks/supplier.py' } };

/** A goal in both languages, each in a process of its own. */
export async function inOwnProcess(goal, parts, timing) {
  const results = [];
  for (const short of Object.keys(files)) results.push(await measured({ goal, short, parts, timing }));
  return results;
}

function measured(task) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(task)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let answer = '';
    child.stdout.on('data', (chunk) => (answer += chunk));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(answer)) : reject(new Error(`measuring ${task.goal} ${task.short} failed`))));
  });
}

const goals = {
  /** One function edited: a letter comes and goes inside a handler. */
  P6(engine, folder, { language, file }) {
    const { text, wants, typeAt } = handlerFile(language, 300, 7);
    const texts = [text, `${text.slice(0, typeAt)}x${text.slice(typeAt)}`];
    const parse = bareParse(engine, language, file);
    let parses = 0;
    const workspace = new engine.Workspace({ root: folder, log: () => undefined });
    workspace.openDocument(file, text, 0);
    let version = 0;
    return {
      floor: () => parse(texts[parses++ % 2]),
      ours: () => {
        const isAdded = version++ % 2 === 0;
        workspace.changeDocument(file, [{ start: typeAt, end: typeAt + (isAdded ? 0 : 1), text: isAdded ? 'x' : '' }], version);
        const { findings } = engine.scanFile(workspace.snapshot(), file);
        expectFindings(wants, byLine(findings, texts[isAdded ? 1 : 0]), file);
      },
    };
  },
  /** Nothing known: every call sees a file whose functions it has not seen for long, in a workspace that has just been opened. */
  P7(engine, folder, { language, file }) {
    const all = Array.from({ length: 64 }, (_, index) => handlerFile(language, 300, 1000 + index));
    const parse = bareParse(engine, language, file);
    let parses = 0;
    let looks = 0;
    return {
      floor: () => parse(all[parses++ % all.length].text),
      ours: () => {
        const { text, wants } = all[looks++ % all.length];
        const workspace = new engine.Workspace({ root: folder, log: () => undefined });
        workspace.openDocument(file, text, 1);
        const { findings } = engine.scanFile(workspace.snapshot(), file);
        expectFindings(wants, byLine(findings, text), file);
        workspace.closeDocument(file);
      },
    };
  },
};

export async function prefiltered(engine, { folder, handlers }) {
  const passing = handlers.filter(({ file }) => engine.mayHoldEndpoint(engine.languageOf(file), readFileSync(path.join(folder, file), 'utf8')));
  const count = async (options) => {
    let files = 0;
    for await (const _ of new engine.Workspace({ root: folder, log: () => undefined }).files(options)) files++;
    return files;
  };
  const [passed, all] = [await count({}), await count({ onlyHandlers: false })];
  return [
    { id: 'P21 handlers', value: (100 * passing.length) / handlers.length, figures: { passing: passing.length, of: handlers.length } },
    { id: 'P21 others', value: (100 * passed) / all, figures: { passing: passed, of: all } },
  ];
}

function bareParse({ ts, newParser }, language, file) {
  if (language === 'typescript') return (text) => void ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const parser = newParser();
  return (text) => parser.parse(text).delete();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { goal, short, parts, timing } = JSON.parse(process.argv[2]);
  const cases = goals[goal](await loadEngine(parts), writeProject(parts.scratch), files[short]);
  const times = await inTurns(cases, { window: 100, ...timing });
  console.log(JSON.stringify(ratio(`${goal} ${short}`, times.ours, times.floor)));
}
