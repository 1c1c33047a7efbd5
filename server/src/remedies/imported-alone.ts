/** Imports that serve one place alone: what takes their place there takes it in the import, too. */
import type { Expr, Range, Statement } from '../ir/model.js';
import type { FileEditor } from './file-editor.js';
import { expressionsOf } from './walk.js';

/** Where a name is imported that nothing else uses. */
export function importedAlone(editor: FileEditor, used: Expr & { kind: 'name' }, from: string): Range | undefined {
  const top = editor.module.functions[0];
  const statement = top?.body.find(
    (one): one is Statement & { kind: 'assign' } => one.kind === 'assign' && one.value?.kind === 'module' && one.value.module === from && bindsName(one, used),
  );
  if (top === undefined || statement?.value?.kind !== 'module' || statement.value.imported !== used.name) return undefined;
  if (expressionsOf(editor.module, top).filter(({ expr }) => expr.kind === 'name' && expr.binding === used.binding).length !== 1) return undefined;
  const line = editor.text.slice(statement.range.start, statement.range.end);
  const at = new RegExp(`\\b${used.name}\\b(?!.*\\b${used.name}\\b)`, 's').exec(line);
  const start = at ? statement.range.start + at.index : undefined;
  return start === undefined ? undefined : { start, end: start + used.name.length };
}

function bindsName(statement: Statement & { kind: 'assign' }, used: Expr & { kind: 'name' }): boolean {
  return statement.target.kind === 'bind' && statement.target.binding === used.binding;
}
