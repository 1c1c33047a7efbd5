/** Expressions and patterns of the dump, each on one line. Bound names carry their binding: `req@4`. */
import type { Argument, Expr, OpaqueExpr, Pattern, RecordEntry, Statement } from './model.js';

export function dumpExpr(expr: Expr | OpaqueExpr | Extract<Statement, { kind: 'opaque' }>): string {
  switch (expr.kind) {
    case 'literal':
      return `${expr.bytes ? 'bytes ' : ''}${expr.pattern ? 'pattern ' : ''}${JSON.stringify(expr.value)}`;
    case 'name':
      return bound(expr.name, expr.binding);
    case 'this':
      return 'this';
    case 'member':
      return `${dumpExpr(expr.object)}${expr.optional ? '?.' : '.'}${expr.property}`;
    case 'index':
      return `${dumpExpr(expr.object)}${expr.optional ? '?.' : ''}[${dumpExpr(expr.index)}]`;
    case 'call':
      return `${expr.isNew ? 'new ' : ''}${dumpExpr(expr.callee)}${expr.optional ? '?.' : ''}(${expr.args.map(dumpArgument).join(', ')})`;
    case 'binary':
    case 'logical':
      return `(${dumpExpr(expr.left)} ${expr.op} ${dumpExpr(expr.right)})`;
    case 'unary':
      return `(${expr.op} ${dumpExpr(expr.operand)})`;
    case 'conditional':
      return `(${dumpExpr(expr.test)} ? ${dumpExpr(expr.then)} : ${dumpExpr(expr.otherwise)})`;
    case 'text':
      return `text<${dumpAll(expr.parts)}>`;
    case 'record':
      return `{${expr.entries.map(dumpEntry).join(', ')}}`;
    case 'list':
      return `[${dumpAll(expr.items)}]`;
    case 'spread':
      return `...${dumpExpr(expr.operand)}`;
    case 'function':
      return `function#${expr.functionId}`;
    case 'class':
      return `class#${expr.classId}`;
    case 'await':
      return `(await ${dumpExpr(expr.operand)})`;
    case 'assign':
      return `(${dumpPattern(expr.target)} := ${dumpExpr(expr.value)})`;
    case 'each': {
      const conditions = expr.conditions.map((condition) => ` if ${dumpExpr(condition)}`).join('');
      return `each<${dumpExpr(expr.value)} for ${dumpPattern(expr.target)} of ${dumpExpr(expr.source)}${conditions}>`;
    }
    case 'module':
      return `module<${expr.typeOnly ? 'type ' : ''}${JSON.stringify(expr.module)}${expr.imported === null ? '' : ` ${expr.imported}`}>`;
    case 'opaque':
      return `opaque<${expr.syntax}${expr.parts.length > 0 ? `: ${dumpAll(expr.parts)}` : ''}>`;
    default:
      return unknown(expr);
  }
}

export function dumpPattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'bind':
      return `${pattern.declares === null ? '' : pattern.declares === 'block' ? 'let ' : 'var '}${bound(pattern.name, pattern.binding)}`;
    case 'place':
      return dumpExpr(pattern.expr);
    case 'fields': {
      const fields = pattern.fields.map(
        ({ key, target, fallback }) => `${key === null ? '[?]' : spelled(key)}: ${dumpPattern(target)}${fallback ? ` = ${dumpExpr(fallback)}` : ''}`,
      );
      return `{${[...fields, ...(pattern.rest ? [`...${dumpPattern(pattern.rest)}`] : [])].join(', ')}}`;
    }
    case 'items': {
      const items = pattern.items.map((item) => (item ? dumpPattern(item) : '_'));
      return `[${[...items, ...(pattern.rest ? [`...${dumpPattern(pattern.rest)}`] : [])].join(', ')}]`;
    }
    default:
      return unknown(pattern);
  }
}

function dumpAll(exprs: readonly Expr[]): string {
  return exprs.map(dumpExpr).join(', ');
}

function dumpArgument(argument: Argument): string {
  const spread = argument.spread === null ? '' : argument.spread === 'list' ? '...' : '**';
  return `${argument.name === null ? '' : `${argument.name}=`}${spread}${dumpExpr(argument.value)}`;
}

function dumpEntry(entry: RecordEntry): string {
  if (entry.key !== null) return `${spelled(entry.key)}: ${dumpExpr(entry.value)}`;
  return entry.computed ? `[${dumpExpr(entry.computed)}]: ${dumpExpr(entry.value)}` : `...${dumpExpr(entry.value)}`;
}

function bound(name: string, binding: number | null): string {
  return binding === null ? name : `${name}@${binding}`;
}

/** Keys that are no plain name are quoted. */
function spelled(key: string): string {
  return /^[\w$]+$/.test(key) ? key : JSON.stringify(key);
}

/** Does not compile when a kind is forgotten above. */
function unknown(node: never): string {
  throw new TypeError(`Unknown node ${JSON.stringify(node)}`);
}
