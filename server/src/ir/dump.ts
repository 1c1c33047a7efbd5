/** The neutral form as text, for people, tests and `scan --dump-ir`. The same module gives the same text. */
import { dumpExpr, dumpPattern } from './dump-expr.js';
import type { ClassNode, FunctionNode, Module, Param, Range, Statement } from './model.js';

/** Every function, class, export and unread region. With the file's `text` each line says where it stands, as line:column. */
export function dumpModule(module: Module, text?: string): string {
  const out = new Lines(text);
  out.line(0, `module ${module.language}`);
  for (const row of module.exports) out.line(1, `export ${row.name} = ${dumpExpr(row.value)}`, row.value.range);
  for (const range of module.unreadable) out.line(1, `unreadable ${range.start}-${range.end}`, range);
  for (const comment of module.comments) out.line(1, `comment ${JSON.stringify(comment.text)}`, comment.range);
  for (const fn of module.functions) dumpFunction(fn, out);
  for (const node of module.classes) dumpClass(node, out);
  for (const binding of module.bindings) {
    const is = [
      `writes ${binding.writes}`,
      binding.functionId === null ? '' : `function#${binding.functionId}`,
      binding.classId === null ? '' : `class#${binding.classId}`,
      binding.value === null ? '' : `= ${shortened(dumpExpr(binding.value))}`,
    ];
    out.line(0, `binding ${binding.name}@${binding.id} ${binding.kind} of function#${binding.owner}, ${is.filter(Boolean).join(' ')}`);
  }
  return out.toString();
}

function dumpFunction(fn: FunctionNode, out: Lines): void {
  const is = [
    fn.isStatic ? 'static' : '',
    fn.isAsync ? 'async' : '',
    fn.form,
    fn.isGenerator ? 'generator' : '',
    fn.name ?? '',
    fn.owner === null ? '' : `in function#${fn.owner}`,
    fn.classId === null ? '' : `of class#${fn.classId}`,
    fn.isExpressionBody ? 'with an expression body' : '',
  ];
  out.line(0, `function#${fn.id} ${is.filter(Boolean).join(' ')}`, fn.range);
  for (const decorator of fn.decorators) out.line(1, `@ ${dumpExpr(decorator)}`, decorator.range);
  for (const param of fn.params) out.line(1, `takes ${dumpParam(param)}`, param.range);
  dumpStatements(fn.body, 1, out);
}

function dumpParam(param: Param): string {
  const decorators = param.decorators.map((decorator) => `@ ${dumpExpr(decorator)} `).join('');
  const rest = param.rest === null ? '' : param.rest === 'list' ? '...' : '**';
  const type = param.type ? `: ${dumpExpr(param.type)}` : '';
  return `${decorators}${rest}${dumpPattern(param.pattern)}${type}${param.fallback ? ` = ${dumpExpr(param.fallback)}` : ''}`;
}

function dumpClass(node: ClassNode, out: Lines): void {
  const bases = node.bases.length > 0 ? ` extends ${node.bases.map(dumpExpr).join(', ')}` : '';
  out.line(0, `class#${node.id}${node.name === null ? '' : ` ${node.name}`}${bases} in function#${node.owner}`, node.range);
  for (const decorator of node.decorators) out.line(1, `@ ${dumpExpr(decorator)}`, decorator.range);
  for (const field of node.fields) {
    const decorators = field.decorators.map((decorator) => `@ ${dumpExpr(decorator)} `).join('');
    const type = field.type ? `: ${dumpExpr(field.type)}` : '';
    out.line(1, `${decorators}${field.isStatic ? 'static ' : ''}field ${field.name}${type}${field.value ? ` = ${dumpExpr(field.value)}` : ''}`, field.range);
  }
  for (const method of node.methods) out.line(1, `method function#${method}`);
}

function dumpStatements(body: readonly Statement[], depth: number, out: Lines): void {
  for (const statement of body) dumpStatement(statement, depth, out);
}

function dumpStatement(statement: Statement, depth: number, out: Lines): void {
  const head = (line: string): void => out.line(depth, line, statement.range);
  const part = (name: string, body: readonly Statement[], isShown = body.length > 0): void => {
    if (!isShown) return;
    out.line(depth, name);
    dumpStatements(body, depth + 1, out);
  };
  switch (statement.kind) {
    case 'evaluate':
      head(`do ${dumpExpr(statement.expr)}`);
      return;
    case 'assign':
      head(`${statement.augmented ? 'augment' : 'assign'} ${dumpPattern(statement.target)}${statement.value ? ` = ${dumpExpr(statement.value)}` : ''}`);
      return;
    case 'if':
      head(`if ${dumpExpr(statement.test)}`);
      dumpStatements(statement.then, depth + 1, out);
      part('else', statement.otherwise);
      return;
    case 'loop':
      head(`loop${labelled(statement.label)}${statement.test ? `${statement.testAfter ? ' first, then' : ''} while ${dumpExpr(statement.test)}` : ''}`);
      part('init', statement.init);
      part('update', statement.update);
      part('body', statement.body, true);
      part('else', statement.otherwise);
      return;
    case 'for-each':
      head(
        `for${statement.isAwait ? ' await' : ''}${labelled(statement.label)} ${dumpPattern(statement.target)} in ${statement.over} of ${dumpExpr(statement.source)}`,
      );
      dumpStatements(statement.body, depth + 1, out);
      part('else', statement.otherwise);
      return;
    case 'switch':
      head(`switch${labelled(statement.label)} ${dumpExpr(statement.subject)}${statement.fallsThrough ? ' falling through' : ''}`);
      for (const one of statement.cases) {
        const name = one.isDefault ? 'default' : `case ${one.tests.map(dumpExpr).join(' or ')}`;
        out.line(depth + 1, `${name}${one.guard ? ` if ${dumpExpr(one.guard)}` : ''}`, one.range);
        dumpStatements(one.body, depth + 2, out);
      }
      return;
    case 'try':
      head('try');
      dumpStatements(statement.body, depth + 1, out);
      for (const handler of statement.handlers) {
        const types = handler.types.length > 0 ? ` ${handler.types.map(dumpExpr).join(', ')}` : '';
        out.line(depth, `catch${types}${handler.target ? ` as ${dumpPattern(handler.target)}` : ''}`, handler.range);
        dumpStatements(handler.body, depth + 1, out);
      }
      part('else', statement.otherwise);
      part('finally', statement.finally);
      return;
    case 'with': {
      const items = statement.items.map((item) => `${dumpExpr(item.expr)}${item.target ? ` as ${dumpPattern(item.target)}` : ''}`);
      head(`with${statement.isAsync ? ' async' : ''} ${items.join(', ')}`);
      dumpStatements(statement.body, depth + 1, out);
      return;
    }
    case 'return':
    case 'raise':
      head(`${statement.kind}${statement.value ? ` ${dumpExpr(statement.value)}` : ''}`);
      return;
    case 'break':
    case 'continue':
      head(`${statement.kind}${labelled(statement.label)}`);
      return;
    case 'block':
      head(`block${labelled(statement.label)}`);
      dumpStatements(statement.body, depth + 1, out);
      return;
    case 'define':
      head(`define ${statement.name}${statement.binding === null ? '' : `@${statement.binding}`} function#${statement.functionId}`);
      return;
    case 'define-class':
      head(`define ${statement.name}${statement.binding === null ? '' : `@${statement.binding}`} class#${statement.classId}`);
      return;
    case 'assert':
      head(`assert ${dumpExpr(statement.test)}${statement.message ? `, ${dumpExpr(statement.message)}` : ''}`);
      return;
    case 'opaque':
      head(dumpExpr(statement));
      return;
    default:
      unknown(statement);
  }
}

function labelled(label: string | null): string {
  return label === null ? '' : ` '${label}'`;
}

/** Does not compile when a kind of statement is forgotten above. */
function unknown(statement: never): void {
  throw new TypeError(`Unknown statement ${JSON.stringify(statement)}`);
}

function shortened(line: string): string {
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

class Lines {
  private readonly lines: string[] = [];
  private readonly starts: number[] | undefined;

  constructor(text: string | undefined) {
    if (text === undefined) return;
    this.starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  line(depth: number, content: string, range?: Range): void {
    const place = range && this.starts ? `  ; ${this.place(this.starts, range.start)}` : '';
    this.lines.push(`${'  '.repeat(depth)}${content}${place}`);
  }

  toString(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private place(starts: readonly number[], offset: number): string {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return `${low + 1}:${offset - (starts[low] ?? 0) + 1}`;
  }
}
