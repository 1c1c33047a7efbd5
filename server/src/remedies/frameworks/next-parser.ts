/** Next's API routes and Vercel's functions parse the body before the handler, unless the file switches that off. */
import { literal, record } from '../../languages/draft.js';
import { decline } from '../decline.js';
import type { FileEditor } from '../file-editor.js';

export function switchOffParser(editor: FileEditor): void {
  const binding = editor.module.bindings.find((one) => one.name === 'config' && one.owner === 0);
  if (binding === undefined) {
    if (!/^export\b/m.test(editor.text)) decline('The body parser of this route is switched off by an export named `config`, which this file cannot have.');
    editor.exported('config', record({ api: record({ bodyParser: literal(false) }) }));
    return;
  }
  const { value } = binding;
  if (value?.kind !== 'record') decline('The body parser of this route is set in a `config` that is not in reach.');
  const api = value.entries.find((entry) => entry.key === 'api')?.value;
  if (api === undefined) {
    const last = value.entries.at(-1);
    if (last === undefined) editor.replace(value.range, record({ api: record({ bodyParser: literal(false) }) }));
    else editor.insert(last.value.range.end, ', api: ', record({ bodyParser: literal(false) }), '');
    return;
  }
  if (api.kind !== 'record') decline('The body parser of this route is set in a `config` that is not in reach.');
  const parser = api.entries.find((entry) => entry.key === 'bodyParser');
  if (parser === undefined) {
    const last = api.entries.at(-1);
    if (last === undefined) editor.replace(api.range, record({ bodyParser: literal(false) }));
    else editor.insert(last.value.range.end, ', bodyParser: ', literal(false), '');
  } else if (!(parser.value.kind === 'literal' && parser.value.value === false)) editor.replace(parser.value.range, literal(false));
}
