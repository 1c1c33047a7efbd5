/** The module behind an expression, through the file's own imports: `bodyParser.json` is `body-parser.json`. */
import type { CallExpr, Expr, FunctionNode, Module } from '../ir/model.js';
import type { FileEditor } from './file-editor.js';
import type { Repair } from './repair.js';

export function moduleName(module: Module, expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'module':
      return expr.imported === null || expr.imported === 'default' ? expr.module : `${expr.module}.${expr.imported}`;
    case 'name': {
      const binding = expr.binding === null ? undefined : module.bindings[expr.binding];
      return binding?.value && binding.value !== expr && binding.writes === 1 ? moduleName(module, binding.value) : undefined;
    }
    case 'member': {
      const object = moduleName(module, expr.object);
      return object === undefined ? undefined : `${object}.${expr.property}`;
    }
    case 'call': {
      const callee = moduleName(module, expr.callee);
      return callee === undefined ? undefined : `${callee}()`;
    }
    case 'await':
      return moduleName(module, expr.operand);
    default:
      return undefined;
  }
}

/** Whether the file imports the package or something inside it. */
export function importsPackage(module: Module, wanted: string): boolean {
  return (module.functions[0]?.body ?? []).some((statement) => {
    if (statement.kind !== 'assign' || statement.value === null) return false;
    const value = statement.value.kind === 'member' ? statement.value.object : statement.value;
    return value.kind === 'module' && (value.module === wanted || value.module.startsWith(`${wanted}/`) || value.module.startsWith(`${wanted}.`));
  });
}

/** The function of this project that a call runs, in this file or in the one it is imported from. */
export function calledFunction(repair: Repair, editor: FileEditor, call: CallExpr): FunctionNode | undefined {
  const { callee } = call;
  if (callee.kind !== 'name' || callee.binding === null) return undefined;
  const binding = editor.module.bindings[callee.binding];
  if (binding === undefined) return undefined;
  if (binding.functionId !== null) return editor.module.functions[binding.functionId];
  if (binding.value?.kind === 'function') return editor.module.functions[binding.value.functionId];
  if (binding.value?.kind !== 'module') return undefined;
  const path = repair.source.resolve(editor.path, binding.value.module);
  const module = path === undefined ? undefined : repair.source.module(path);
  const wanted = binding.value.imported;
  return module?.functions.find((fn) => fn.name === wanted && fn.owner === 0 && fn.form !== 'class-body');
}
