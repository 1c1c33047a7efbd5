/** P6, P7, P21: the core in this process, against the bare parsers that it runs on. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { byLine, expectFindings } from './expected.mjs';
import { handlerFile, writeProject } from './generate.mjs';
import { inTurns, ratio } from './measure.mjs';

const languages = [
  { short: 'ts', language: 'typescript', file: 'hooks/supplier.ts' },
  { short: 'py', language: 'python', file: 'hooks/supplier.py' },
];

/** One function edited: a letter comes and goes inside a handler. */
export async function edited(parts, engine, timing) {
  const folder = writeProject(parts.scratch);
  const cases = {};
  for (const { short, language, file } of languages) {
    const { text, wants, typeAt } = handlerFile(language, 300, 7);
    const texts = [text, `${text.slice(0, typeAt)}x${text.slice(typeAt)}`];
    const parse = bareParse(engine, language, file);
    let parses = 0;
    cases[`floor ${short}`] = () => parse(texts[parses++ % 2]);

    const workspace = new engine.Workspace({ root: folder, log: () => undefined });
    workspace.openDocument(file, text, 0);
    let version = 0;
    cases[`ours ${short}`] = () => {
      const isAdded = version++ % 2 === 0;
      workspace.changeDocument(file, [{ start: typeAt, end: typeAt + (isAdded ? 0 : 1), text: isAdded ? 'x' : '' }], version);
      const { findings } = engine.scanFile(workspace.snapshot(), file);
      expectFindings(wants, byLine(findings, texts[isAdded ? 1 : 0]), file);
    };
  }
  const times = await inTurns(cases, timing);
  return languages.map(({ short }) => ratio(`P6 ${short}`, times[`ours ${short}`], times[`floor ${short}`]));
}

/** Nothing known: every call sees a file whose functions it has never seen, in a workspace that has just been opened. */
export async function fresh(parts, engine, timing) {
  const folder = writeProject(parts.scratch);
  const cases = {};
  for (const { short, language, file } of languages) {
    const files = Array.from({ length: 64 }, (_, index) => handlerFile(language, 300, 1000 + index));
    const parse = bareParse(engine, language, file);
    let parses = 0;
    cases[`floor ${short}`] = () => parse(files[parses++ % files.length].text);

    let looks = 0;
    cases[`ours ${short}`] = () => {
      const { text, wants } = files[looks++ % files.length];
      const workspace = new engine.Workspace({ root: folder, log: () => undefined });
      workspace.openDocument(file, text, 1);
      const { findings } = engine.scanFile(workspace.snapshot(), file);
      expectFindings(wants, byLine(findings, text), file);
      workspace.closeDocument(file);
    };
  }
  const times = await inTurns(cases, timing);
  return languages.map(({ short }) => ratio(`P7 ${short}`, times[`ours ${short}`], times[`floor ${short}`]));
}

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
