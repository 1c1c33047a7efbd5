/** Module names to files, one resolver a language. Answers are kept for as long as the disk they were read from. */
import type { LanguageId } from '../../ir/model.js';
import type { Configs } from '../configs.js';
import type { Disk } from '../disk.js';
import { parentOf } from '../paths.js';
import { PythonResolver } from './python.js';
import { ScriptResolver } from './scripts.js';

export class Resolution {
  readonly #disk: Disk;
  readonly #resolvers: Readonly<Record<LanguageId, ScriptResolver | PythonResolver>>;
  readonly #answers = new Map<string, string | undefined>();

  constructor(disk: Disk, configs: Configs) {
    this.#disk = disk;
    this.#resolvers = { typescript: new ScriptResolver(disk, configs), python: new PythonResolver(disk, configs) };
  }

  /** The file that `specifier` means in `from`; never `from` itself by accident of its name, never a file outside the project. */
  resolve(language: LanguageId, from: string, specifier: string): string | undefined {
    // A Python name never means the file that it stands in, so there the answer belongs to the file, not to its folder.
    const key = `${language}\0${specifier.startsWith('.') ? parentOf(from) : from}\0${specifier}`;
    if (this.#answers.has(key)) return this.#answers.get(key);
    const found = this.#resolvers[language]?.resolve(from, specifier);
    const answer = found === undefined ? undefined : this.#disk.canonical(found);
    this.#answers.set(key, answer);
    return answer;
  }
}
