/**
 * The neutral form as text, one line a statement: for tests, for `scan --dump-ir`, for whoever asks what was understood.
 * What could not be understood stands there as `opaque(...)` and `unreadable`.
 */
import type { Argument, ClassNode, Expr, FunctionNode, Module, Param, Pattern, Statement } from '../ir/model.js';

export function dumpModule(module: Module): string {
  const lines: string[] = [`module ${module.language}`];
  for (const { start, end } of module.unreadable) lines.push(`unreadable ${start}-${end}`);
  const printer = new Printer(module, lines);
  const body = module.functions[0];
  if (body !== undefined) printer.block(body.body, 0);
  for (const row of module.exports) lines.push(`export ${row.name} = ${printer.expr(row.value)}`);
  for (const each of module.functions.slice(1)) printer.function(each);
  for (const each of module.classes) printer.class(each);
  return `${lines.join('\n')}\n`;
}

class Printer {
  readonly #module: Module;
  readonly #lines: string[];

  constructor(module: Module, lines: string[]) {
    this.#module = module;
    this.#lines = lines;
  }

  function(node: FunctionNode): void {
    this.#lines.push('');
    for (const decorator of node.decorators) this.#lines.push(`@${this.expr(decorator)}`);
    const marks = [node.isStatic ? 'static ' : '', node.isAsync ? 'async ' : '', node.isGenerator ? 'generator ' : ''].join('');
    this.#lines.push(`f${node.id} ${marks}${node.form} ${node.name ?? '_'}(${node.params.map((param) => this.#param(param)).join(', ')})${node.classId === null ? '' : ` of c${node.classId}`}`);
    this.block(node.body, 1);
  }

  class(node: ClassNode): void {
    this.#lines.push('');
    for (const decorator of node.decorators) this.#lines.push(`@${this.expr(decorator)}`);
    const bases = node.bases.length === 0 ? '' : ` extends ${this.#list(node.bases)}`;
    this.#lines.push(`c${node.id} class ${node.name ?? '_'}${bases}`);
    for (const field of node.fields) {
      for (const decorator of field.decorators) this.#lines.push(`  @${this.expr(decorator)}`);
      this.#lines.push(`  ${field.isStatic ? 'static ' : ''}${field.name}${this.#typed(field.type)}${field.value === null ? '' : ` = ${this.expr(field.value)}`}`);
    }
    for (const method of node.methods) this.#lines.push(`  f${method} ${this.#module.functions[method]?.name ?? '_'}`);
  }

  block(statements: readonly Statement[], depth: number): void {
    for (const statement of statements) this.#statement(statement, depth);
  }

  #statement(statement: Statement, depth: number): void {
    const say = (text: string): void => void this.#lines.push(`${'  '.repeat(depth)}${text}`);
    const within = (head: string, body: readonly Statement[]): void => {
      say(head);
      this.block(body, depth + 1);
    };
    const label = 'label' in statement && statement.label !== null ? `${statement.label}: ` : '';
    switch (statement.kind) {
      case 'evaluate':
        return say(this.expr(statement.expr));
      case 'assign':
        return say(`${this.pattern(statement.target)}${statement.value === null ? '' : ` ${statement.augmented ? '(augmented) ' : ''}= ${this.expr(statement.value)}`}`);
      case 'if':
        within(`if ${this.expr(statement.test)}`, statement.then);
        if (statement.otherwise.length > 0) within('else', statement.otherwise);
        return;
      case 'loop':
        within(`${label}${statement.testAfter ? 'loop until-after' : 'loop'} ${statement.test === null ? 'forever' : this.expr(statement.test)}`, statement.body);
        if (statement.init.length > 0) within('first', statement.init);
        if (statement.update.length > 0) within('then', statement.update);
        if (statement.otherwise.length > 0) within('else', statement.otherwise);
        return;
      case 'for-each':
        within(`${label}for ${statement.isAwait ? 'await ' : ''}${this.pattern(statement.target)} ${statement.over === 'keys' ? 'in keys of' : 'in'} ${this.expr(statement.source)}`, statement.body);
        if (statement.otherwise.length > 0) within('else', statement.otherwise);
        return;
      case 'switch':
        say(`${label}switch ${this.expr(statement.subject)}${statement.fallsThrough ? ' (falls through)' : ''}`);
        for (const each of statement.cases) {
          say(`  ${each.isDefault ? 'default' : `case ${this.#list(each.tests)}`}${each.guard === null ? '' : ` if ${this.expr(each.guard)}`}`);
          this.block(each.body, depth + 2);
        }
        return;
      case 'try':
        within('try', statement.body);
        for (const each of statement.handlers) within(`catch ${[this.#list(each.types), each.target === null ? '' : `as ${this.pattern(each.target)}`].filter((part) => part !== '').join(' ')}`.trimEnd(), each.body);
        if (statement.otherwise.length > 0) within('else', statement.otherwise);
        if (statement.finally.length > 0) within('finally', statement.finally);
        return;
      case 'with':
        return within(`with ${statement.isAsync ? 'async ' : ''}${statement.items.map(({ expr, target }) => `${this.expr(expr)}${target === null ? '' : ` as ${this.pattern(target)}`}`).join(', ')}`, statement.body);
      case 'return':
      case 'raise':
        return say(`${statement.kind}${statement.value === null ? '' : ` ${this.expr(statement.value)}`}`);
      case 'break':
      case 'continue':
        return say(`${statement.kind}${statement.label === null ? '' : ` ${statement.label}`}`);
      case 'block':
        return within(`${label}block`, statement.body);
      case 'define':
        return say(`define ${statement.name} = f${statement.functionId}`);
      case 'define-class':
        return say(`define ${statement.name} = c${statement.classId}`);
      case 'assert':
        return say(`assert ${this.expr(statement.test)}${statement.message === null ? '' : `, ${this.expr(statement.message)}`}`);
      case 'opaque':
        return say(`opaque ${statement.syntax}(${this.#list(statement.parts)})`);
    }
  }

  expr(expr: Expr): string {
    switch (expr.kind) {
      case 'literal':
        return `${expr.bytes ? 'bytes ' : ''}${expr.pattern ? 'pattern ' : ''}${JSON.stringify(expr.value)}`;
      case 'name':
        return expr.binding === null ? `${expr.name}?` : expr.name;
      case 'this':
        return 'this';
      case 'member':
        return `${this.#operand(expr.object)}${expr.optional ? '?' : ''}.${expr.property}`;
      case 'index':
        return `${this.#operand(expr.object)}${expr.optional ? '?.' : ''}[${this.expr(expr.index)}]`;
      case 'call':
        return `${expr.isNew ? 'new ' : ''}${this.#operand(expr.callee)}${expr.optional ? '?.' : ''}(${expr.args.map((argument) => this.#argument(argument)).join(', ')})`;
      case 'binary':
        return `${this.#operand(expr.left)} ${expr.op} ${this.#operand(expr.right)}`;
      case 'logical':
        return `${this.#operand(expr.left)} ${expr.op} ${this.#operand(expr.right)}`;
      case 'unary':
        return `${expr.op} ${this.#operand(expr.operand)}`;
      case 'conditional':
        return `${this.#operand(expr.test)} ? ${this.#operand(expr.then)} : ${this.#operand(expr.otherwise)}`;
      case 'text':
        return `text(${this.#list(expr.parts)})`;
      case 'record':
        return `{${expr.entries.map(({ key, computed, value }) => `${key !== null ? `${JSON.stringify(key)}: ` : computed !== null ? `[${this.expr(computed)}]: ` : '...'}${this.expr(value)}`).join(', ')}}`;
      case 'list':
        return `[${this.#list(expr.items)}]`;
      case 'spread':
        return `...${this.#operand(expr.operand)}`;
      case 'function':
        return `f${expr.functionId}`;
      case 'class':
        return `c${expr.classId}`;
      case 'await':
        return `await ${this.#operand(expr.operand)}`;
      case 'assign':
        return `${this.pattern(expr.target)} := ${this.#operand(expr.value)}`;
      case 'each':
        return `each(${this.expr(expr.value)} for ${this.pattern(expr.target)} in ${this.expr(expr.source)}${expr.conditions.map((condition) => ` if ${this.expr(condition)}`).join('')})`;
      case 'module':
        return `module(${JSON.stringify(expr.module)}${expr.imported === null ? '' : `, ${expr.imported}`}${expr.typeOnly ? ', type' : ''})`;
      case 'opaque':
        return `opaque ${expr.syntax}(${this.#list(expr.parts)})`;
    }
  }

  pattern(pattern: Pattern): string {
    switch (pattern.kind) {
      case 'bind':
        return `${pattern.declares === null ? '' : 'let '}${pattern.name}`;
      case 'place':
        return this.expr(pattern.expr);
      case 'fields':
        return `{${[...pattern.fields.map(({ key, target, fallback }) => `${key ?? '[computed]'}: ${this.pattern(target)}${this.#fallback(fallback)}`), ...this.#rest(pattern.rest)].join(', ')}}`;
      case 'items':
        return `[${[...pattern.items.map((item) => (item === null ? '_' : this.pattern(item))), ...this.#rest(pattern.rest)].join(', ')}]`;
    }
  }

  #param({ pattern, fallback, rest, decorators, type }: Param): string {
    const marks = decorators.map((decorator) => `@${this.expr(decorator)} `).join('');
    const stars = rest === 'list' ? '*' : rest === 'record' ? '**' : '';
    return `${marks}${stars}${this.pattern(pattern)}${this.#typed(type)}${this.#fallback(fallback)}`;
  }

  #argument({ name, spread, value }: Argument): string {
    const stars = spread === 'list' ? '*' : spread === 'record' ? '**' : '';
    return `${name === null ? '' : `${name}=`}${stars}${this.expr(value)}`;
  }

  #operand(expr: Expr): string {
    return compound.has(expr.kind) ? `(${this.expr(expr)})` : this.expr(expr);
  }

  #list(exprs: readonly Expr[]): string {
    return exprs.map((each) => this.expr(each)).join(', ');
  }

  #rest(rest: Pattern | null): string[] {
    return rest === null ? [] : [`...${this.pattern(rest)}`];
  }

  #fallback(fallback: Expr | null): string {
    return fallback === null ? '' : ` = ${this.expr(fallback)}`;
  }

  #typed(type: Expr | null): string {
    return type === null ? '' : `: ${this.expr(type)}`;
  }
}

const compound: ReadonlySet<Expr['kind']> = new Set(['binary', 'logical', 'unary', 'conditional', 'await', 'assign', 'spread', 'opaque']);
