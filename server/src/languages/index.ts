/** Which language a file is in, and that language's room, loaded with its parser when the first such file is met. */
import type { LanguageId } from '../ir/model.js';
import type { FrontEnd } from './front-end.js';

/** By the path's end; undefined for what we do not read, declaration files among it. */
export function languageOf(path: string): LanguageId | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();
  if (/\.d(\.\w+)?\.[cm]?ts$/.test(name)) return undefined;
  if (/.\.(?:[cm]?[jt]s|[jt]sx)$/.test(name)) return 'typescript';
  return /.\.py$/.test(name) ? 'python' : undefined;
}

/** The room of a language. Asked again after a failure it tries again. */
export function loadFrontEnd(language: LanguageId): Promise<FrontEnd> {
  const known = loading.get(language);
  if (known) return known;
  const load = rooms[language];
  if (load === undefined) return Promise.reject(new Error(`No room for the language '${language}'.`));
  const started = load().then(
    (frontEnd) => {
      loaded.set(language, frontEnd);
      return frontEnd;
    },
    (error: unknown) => {
      loading.delete(language);
      throw error;
    },
  );
  loading.set(language, started);
  return started;
}

/** The room if it is there already. */
export function loadedFrontEnd(language: LanguageId): FrontEnd | undefined {
  return loaded.get(language);
}

const rooms: Partial<Record<LanguageId, () => Promise<FrontEnd>>> = {
  typescript: async () => (await import('./typescript/front-end.js')).typescriptFrontEnd,
  python: async () => (await import('./python/front-end.js')).loadPythonFrontEnd(),
};

const loading = new Map<LanguageId, Promise<FrontEnd>>();
const loaded = new Map<LanguageId, FrontEnd>();
