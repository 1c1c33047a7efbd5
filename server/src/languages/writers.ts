/** The writer of a language. Writers are small and know no parser, so they are loaded at once. */
import type { LanguageId } from '../ir/model.js';
import { pythonWriter } from './python/write.js';
import { typeScriptWriter } from './typescript/write.js';
import type { LanguageWriter } from './writer.js';

export function writerFor(language: LanguageId): LanguageWriter | undefined {
  return [typeScriptWriter, pythonWriter].find((writer) => writer.language === language);
}
