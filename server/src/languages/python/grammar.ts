/**
 * The Python grammar and the parser that runs it, both WebAssembly; found on the disk, loaded once.
 *
 * Only this file knows where they lie; `PROVENANCE.md` says where they come from and how to renew them.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language, Parser } from 'web-tree-sitter';

export interface Grammar {
  readonly language: Language;
  newParser(): Parser;
}

/** Loads the parser and the grammar on first use. Rejects with the places searched when a file is missing. */
export function loadGrammar(): Promise<Grammar> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

let loading: Promise<Grammar> | undefined;

async function load(): Promise<Grammar> {
  const [tools, runtime, grammar] = await Promise.all([
    loadLibrary(),
    readWasm('web-tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm'),
    readWasm('tree-sitter-python.wasm', 'tree-sitter-python/tree-sitter-python.wasm'),
  ]);
  // Handing the bytes over keeps the library from looking for its file on its own.
  await tools.Parser.init({ wasmBinary: runtime });
  const language = await tools.Language.load(grammar);
  return {
    language,
    newParser() {
      const parser = new tools.Parser();
      parser.setLanguage(language);
      return parser;
    },
  };
}

type Library = Pick<typeof import('web-tree-sitter'), 'Parser' | 'Language'>;

/** Imported from CommonJS, as in the build, the library comes as one `default`. */
async function loadLibrary(): Promise<Library> {
  const library: Partial<Library> & { readonly default?: Library } = await import('web-tree-sitter');
  const { Parser, Language } = library;
  if (Parser && Language) return { Parser, Language };
  if (library.default) return library.default;
  throw new Error('The Python parser is incomplete: web-tree-sitter exports no parser.');
}

async function readWasm(file: string, inPackages: string): Promise<Uint8Array> {
  const searched: string[] = [];
  for (const candidate of candidates(file, inPackages)) {
    if (existsSync(candidate)) return readFile(candidate);
    searched.push(candidate);
  }
  throw new Error(`The Python parser is incomplete: ${file} was not found. Searched ${searched.join(', ')}.`);
}

/** Built: beside the running file or in the folder of parsers next to it. From the sources: in the installed packages. */
function* candidates(file: string, inPackages: string): Generator<string> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  yield path.join(here, '..', 'vendor', file);
  yield path.join(here, file);
  try {
    yield createRequire(import.meta.url).resolve(inPackages);
  } catch {
    yield inPackages;
  }
}
