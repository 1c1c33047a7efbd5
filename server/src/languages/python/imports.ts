/** Imports are statements in their place: assignments of `module` expressions. */
import type { ModuleExpr, Range, Statement } from '../../ir/model.js';
import type { ConcreteNode } from './concrete.js';
import { child, childOfType, childrenIn, type Lowering } from './lowering.js';
import { bindName } from './patterns.js';

/** `import a.b` gives `a` its module and mentions `a.b`; `import a.b as c` gives `c` the inner one. */
export function lowerImport(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  for (const each of childrenIn(node, 'name')) {
    const nameNode = each.type === 'aliased_import' ? child(each, 'name') : each;
    if (nameNode === undefined) continue;
    const module = compact(lowering.textOf(nameNode));
    const range = lowering.range(each);
    const alias = each.type === 'aliased_import' ? child(each, 'alias') : undefined;
    if (alias) {
      give(lowering, node, alias, moduleExpr(lowering, module, null, range), into);
      continue;
    }
    const [head] = nameNode.children;
    if (head === undefined) continue;
    if (nameNode.children.length > 1) into.push({ kind: 'evaluate', expr: moduleExpr(lowering, module, null, range), range: lowering.range(node) });
    give(lowering, node, head, moduleExpr(lowering, lowering.textOf(head), null, range), into);
  }
}

export function lowerFromImport(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const from = child(node, 'module_name');
  const module = node.type === 'future_import_statement' ? '__future__' : from ? compact(lowering.textOf(from)) : '';
  const star = childOfType(node, 'wildcard_import');
  if (star) {
    into.push({ kind: 'opaque', syntax: 'star-import', parts: [moduleExpr(lowering, module, '*', lowering.range(star))], range: lowering.range(node) });
    return;
  }
  for (const each of childrenIn(node, 'name')) {
    const nameNode = each.type === 'aliased_import' ? child(each, 'name') : each;
    const alias = each.type === 'aliased_import' ? child(each, 'alias') : nameNode?.children[0];
    if (nameNode && alias) give(lowering, node, alias, moduleExpr(lowering, module, lowering.textOf(nameNode), lowering.range(each)), into);
  }
}

/** Importing the same thing under the same name again gives the name no second value. */
function give(lowering: Lowering, node: ConcreteNode, name: ConcreteNode, value: ModuleExpr, into: Statement[]): void {
  const local = lowering.textOf(name);
  const meaning = `${value.module} ${value.imported ?? ''}`;
  const range = lowering.range(node);
  if (lowering.importsAgain(local, meaning)) into.push({ kind: 'evaluate', expr: value, range });
  else into.push({ kind: 'assign', target: bindName(lowering, name, 'function'), value, augmented: false, range });
}

function moduleExpr(lowering: Lowering, module: string, imported: string | null, range: Range): ModuleExpr {
  return { kind: 'module', module, imported, typeOnly: lowering.typeOnly, range };
}

function compact(dotted: string): string {
  return dotted.replace(/[\s\\]+/g, '');
}
