/**
 * Loads the bundles with the machine code that V8 has made of them before. Node's own cache keeps a file as it was right after it was
 * read; here it is kept once the file has done its work, with everything that was compiled on the way, so that the next start
 * compiles next to nothing. This file knows files and V8; it imports nothing of the product.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

interface Loaded {
  exports: unknown;
}

interface Unkept {
  readonly script: Script;
  readonly file: string;
}

/** From when the first parser is there, an analysis has surely ended within this time. Milliseconds. */
const untilWorked = 3000;
/** Kept files of one bundle, of this and other versions. */
const mostKept = 3;

const loaded = new Map<string, Loaded>();
const unkept: Unkept[] = [];
let isKeeping = false;

/** What a file of the product exports; it is run once. `file` is absolute. */
export function load(file: string): unknown {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module: Loaded = { exports: {} };
  loaded.set(file, module);
  const run = compiled(file).runInThisContext() as (...given: unknown[]) => void;
  run.call(module.exports, module.exports, requireFrom(file), module, file, path.dirname(file));
  // Whoever loads a parser is about to work.
  if (path.basename(path.dirname(file)) === 'vendor') keepSoon();
  return module.exports;
}

/** Our own files are loaded by us, everything else by Node. */
function requireFrom(file: string): NodeJS.Require {
  const ofNode = createRequire(file);
  const ours = (id: string): unknown => (/^\.\.?\//.test(id) ? load(path.resolve(path.dirname(file), id)) : ofNode(id));
  return Object.assign(ours, ofNode) as NodeJS.Require;
}

function compiled(file: string): Script {
  const kept = keptFile(file);
  const cachedData = kept === null ? undefined : readKept(kept);
  const script = new Script(wrap(readFileSync(file, 'utf8')), {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (kept !== null && (cachedData === undefined || script.cachedDataRejected)) unkept.push({ script, file: kept });
  return script;
}

// ------------------------------------------------------------------------------------------------- what is kept

/** Where machine code is kept: never below a folder that others may write to, since whatever lies there is run. */
function keptIn(): string | null {
  const { WEBHOOKPROOF_CODE_CACHE: asked, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (asked === 'off') return null;
  if (asked) return asked;
  const home = homedir();
  if (process.platform === 'win32') return path.join(LOCALAPPDATA ?? path.join(home, 'AppData/Local'), 'webhookproof/code');
  if (process.platform === 'darwin') return path.join(home, 'Library/Caches/webhookproof/code');
  return path.join(XDG_CACHE_HOME ?? path.join(home, '.cache'), 'webhookproof/code');
}

/** V8 itself refuses the code of another V8 or of other flags, and takes that of another text of the same length. */
function keptFile(file: string): string | null {
  const folder = keptIn();
  if (folder === null) return null;
  try {
    const { size, mtimeMs } = statSync(file);
    return path.join(
      folder,
      `${path.basename(file, '.js')}-${size.toString(36)}-${Math.round(mtimeMs).toString(36)}-${process.versions.v8}-${process.arch}.bin`,
    );
  } catch {
    return null;
  }
}

/** Behind the code stands its checksum, which V8 does not look at: a file that is cut off would crash it. */
function readKept(file: string): Buffer | undefined {
  try {
    if (!isOurs(path.dirname(file))) return undefined;
    const bytes = readFileSync(file);
    const code = bytes.subarray(0, -4);
    return bytes.length > 4 && bytes.readUInt32LE(code.length) === crc32(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

function isOurs(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

function keepSoon(): void {
  if (isKeeping) return;
  isKeeping = true;
  setTimeout(keep, untilWorked).unref();
  process.once('exit', keep);
}

/** Whatever goes wrong here costs the next start its advantage and nothing else. */
function keep(): void {
  for (const { script, file } of unkept.splice(0)) {
    try {
      const folder = path.dirname(file);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (!isOurs(folder)) return;
      const code = script.createCachedData();
      const sum = Buffer.alloc(4);
      sum.writeUInt32LE(crc32(code));
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, Buffer.concat([code, sum]), { mode: 0o600 });
      renameSync(unfinished, file);
      prune(folder, `${path.basename(file).split('-', 1)[0]}-`);
    } catch {
      // The next start makes it again.
    }
  }
}

function prune(folder: string, bundle: string): void {
  const all = readdirSync(folder)
    .filter((name) => name.startsWith(bundle))
    .map((name) => ({ name, at: statSync(path.join(folder, name)).mtimeMs }))
    .sort((left, right) => right.at - left.at);
  for (const { name } of all.slice(mostKept)) rmSync(path.join(folder, name), { force: true });
}
