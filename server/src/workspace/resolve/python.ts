/** Which file a Python module name means. Names of installed distributions and of the standard library are outside of the project. */
import type { Configs } from '../configs.js';
import type { Disk } from '../disk.js';
import { foldersFrom, parentOf } from '../paths.js';

export class PythonResolver {
  readonly #disk: Disk;
  readonly #configs: Configs;

  constructor(disk: Disk, configs: Configs) {
    this.#disk = disk;
    this.#configs = configs;
  }

  resolve(from: string, specifier: string): string | undefined {
    const [, dots = '', name = ''] = /^(\.*)([\w.]*)$/u.exec(specifier) ?? [];
    if (dots === '' && name === '') return undefined;
    const segments = name === '' ? [] : name.split('.');
    return dots === '' ? this.#absolute(from, segments) : this.#relative(from, dots.length, segments);
  }

  #relative(from: string, dots: number, segments: readonly string[]): string | undefined {
    let folder = parentOf(from);
    for (let up = 1; up < dots; up++) {
      if (folder === '') return undefined;
      folder = parentOf(folder);
    }
    return this.#module(folder, segments);
  }

  /**
   * Programs are started from anywhere, so every folder above the file may be on the path; the nearest one that has the
   * module wins. A folder inside a package is not on the path: there `import stripe` does not mean the sibling stripe.py.
   */
  #absolute(from: string, segments: readonly string[]): string | undefined {
    const first = segments[0];
    if (first === undefined || standardLibrary.has(first)) return undefined;
    const isInstalled = this.#configs.requirements(parentOf(from)).has(first.toLowerCase());
    for (const folder of foldersFrom(parentOf(from))) {
      if (this.#disk.isFile(within(folder, '__init__.py'))) continue;
      for (const base of [folder, within(folder, 'src')]) {
        const found = this.#module(base, segments);
        if (found === undefined || found === from) continue;
        if (isInstalled && this.#disk.isFile(`${within(base, first)}.py`)) continue;
        return found;
      }
    }
    return this.#inMember(from, segments);
  }

  /** Distributions of the same tree that the project is installed with. */
  #inMember(from: string, segments: readonly string[]): string | undefined {
    for (const folder of foldersFrom(parentOf(from)))
      for (const member of this.#configs.pythonMembers(folder))
        for (const base of [within(member, 'src'), member]) {
          const found = this.#module(base, segments);
          if (found !== undefined && found !== from) return found;
        }
    return undefined;
  }

  #module(folder: string, segments: readonly string[]): string | undefined {
    const path = segments.reduce(within, folder);
    const asPackage = within(path, '__init__.py');
    if (this.#disk.isFile(asPackage)) return asPackage;
    return segments.length > 0 && this.#disk.isFile(`${path}.py`) ? `${path}.py` : undefined;
  }
}

function within(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The names that a handler's neighbours are likely to carry by accident. */
const standardLibrary = new Set(
  (
    'abc argparse ast asyncio base64 binascii calendar collections concurrent contextlib copy csv dataclasses datetime decimal ' +
    'email enum functools gc glob gzip hashlib hmac html http importlib inspect io ipaddress itertools json logging math mimetypes ' +
    'multiprocessing operator os pathlib pickle platform queue random re sched secrets select shlex shutil signal smtplib socket sqlite3 ' +
    'ssl stat string struct subprocess sys tempfile textwrap threading time token traceback types typing unittest urllib uuid ' +
    'warnings weakref xml zipfile zlib zoneinfo'
  ).split(' '),
);
