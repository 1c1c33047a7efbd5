/** A lowered module as short text, one line a statement, so that a test can say what it expects. */
import type { Argument, Expr, FunctionNode, Module, Param, Pattern, Statement } from '../../../server/src/ir/model.js';

export function sketch(module: Module): string {
  return lines(module, module.functions[0]?.body ?? [], '').join('\n');
}

function lines(module: Module, body: readonly Statement[], indent: string): string[] {
  return body.flatMap((statement) => statementLines(module, statement).map((line) => indent + line));
}

function statementLines(module: Module, statement: Statement): string[] {
  const show = (expr: Expr | null): string => (expr ? exprText(module, expr) : '-');
  const block = (head: string, body: readonly Statement[]): string[] => [head, ...lines(module, body, '  ')];
  const optional = (head: string, body: readonly Statement[]): string[] => (body.length > 0 ? block(head, body) : []);
  switch (statement.kind) {
    case 'evaluate':
      return [show(statement.expr)];
    case 'assign':
      return [`${patternText(module, statement.target)} ${statement.augmented ? ':=' : '='} ${show(statement.value)}`];
    case 'if':
      return [...block(`if ${show(statement.test)}`, statement.then), ...optional('else', statement.otherwise)];
    case 'loop':
      return [...block(`while ${show(statement.test)}`, statement.body), ...optional('else', statement.otherwise)];
    case 'for-each': {
      const head = `${statement.isAwait ? 'await ' : ''}for ${patternText(module, statement.target)} of ${statement.over} ${show(statement.source)}`;
      return [...block(head, statement.body), ...optional('else', statement.otherwise)];
    }
    case 'switch':
      return [
        `switch ${show(statement.subject)}`,
        ...statement.cases.flatMap((one) => [
          `  ${one.isDefault ? 'default' : `case ${one.tests.map(show).join(' | ')}`}${one.guard ? ` if ${show(one.guard)}` : ''}`,
          ...lines(module, one.body, '    '),
        ]),
      ];
    case 'try':
      return [
        ...block('try', statement.body),
        ...statement.handlers.flatMap((handler) =>
          block(`except [${handler.types.map(show).join(', ')}]${handler.target ? ` as ${patternText(module, handler.target)}` : ''}`, handler.body),
        ),
        ...optional('else', statement.otherwise),
        ...optional('finally', statement.finally),
      ];
    case 'with': {
      const items = statement.items.map((item) => show(item.expr) + (item.target ? ` as ${patternText(module, item.target)}` : ''));
      return block(`${statement.isAsync ? 'async ' : ''}with ${items.join(', ')}`, statement.body);
    }
    case 'return':
    case 'raise':
      return [`${statement.kind} ${show(statement.value)}`];
    case 'break':
    case 'continue':
      return [statement.kind];
    case 'block':
      return block('block', statement.body);
    case 'define':
      return functionLines(module, module.functions[statement.functionId] as FunctionNode);
    case 'define-class': {
      const node = module.classes[statement.classId];
      if (!node) return ['class ?'];
      return [
        ...node.decorators.map((decorator) => `@${show(decorator)}`),
        `class ${node.name}(${node.bases.map(show).join(', ')})`,
        ...node.fields.map((field) => `  ${field.isStatic ? 'static ' : ''}${field.name}${field.type ? `: ${show(field.type)}` : ''} = ${show(field.value)}`),
        ...node.methods.flatMap((method) => functionLines(module, module.functions[method] as FunctionNode).map((line) => `  ${line}`)),
      ];
    }
    case 'assert':
      return [`assert ${show(statement.test)}, ${show(statement.message)}`];
    case 'opaque':
      return [`?${statement.syntax}[${statement.parts.map(show).join(', ')}]`];
  }
}

function functionLines(module: Module, fn: FunctionNode): string[] {
  const words = [fn.isAsync ? 'async' : '', fn.isStatic ? 'static' : '', fn.isGenerator ? 'generator' : '', fn.form].filter((word) => word !== '');
  return [
    ...fn.decorators.map((decorator) => `@${exprText(module, decorator)}`),
    `${words.join(' ')} ${fn.name ?? ''}(${fn.params.map((param) => paramText(module, param)).join(', ')})`,
    ...lines(module, fn.body, '  '),
  ];
}

function paramText(module: Module, param: Param): string {
  const rest = param.rest === 'list' ? '*' : param.rest === 'record' ? '**' : '';
  return (
    rest +
    patternText(module, param.pattern) +
    (param.type ? `: ${exprText(module, param.type)}` : '') +
    (param.fallback ? `=${exprText(module, param.fallback)}` : '')
  );
}

function patternText(module: Module, pattern: Pattern): string {
  switch (pattern.kind) {
    case 'bind':
      return pattern.declares === null ? `outer ${pattern.name}` : pattern.name;
    case 'place':
      return exprText(module, pattern.expr);
    case 'items':
      return `[${[...pattern.items.map((item) => (item ? patternText(module, item) : '')), ...(pattern.rest ? [`*${patternText(module, pattern.rest)}`] : [])].join(', ')}]`;
    case 'fields':
      return `{${pattern.fields.map((field) => `${field.key}: ${patternText(module, field.target)}`).join(', ')}}`;
  }
}

function exprText(module: Module, expr: Expr): string {
  const show = (one: Expr): string => exprText(module, one);
  const all = (exprs: readonly Expr[]): string => exprs.map(show).join(', ');
  switch (expr.kind) {
    case 'literal':
      return (expr.bytes ? 'b' : '') + JSON.stringify(expr.value);
    case 'name':
      return expr.name;
    case 'this':
      return 'this';
    case 'member':
      return `${show(expr.object)}.${expr.property}`;
    case 'index':
      return `${show(expr.object)}[${show(expr.index)}]`;
    case 'call':
      return `${show(expr.callee)}(${expr.args.map((argument) => argumentText(module, argument)).join(', ')})`;
    case 'binary':
    case 'logical':
      return `(${show(expr.left)} ${expr.op} ${show(expr.right)})`;
    case 'unary':
      return `(${expr.op} ${show(expr.operand)})`;
    case 'conditional':
      return `(${show(expr.test)} ? ${show(expr.then)} : ${show(expr.otherwise)})`;
    case 'text':
      return `text(${all(expr.parts)})`;
    case 'record':
      return `{${expr.entries.map((entry) => `${entry.key !== null ? `${entry.key}: ` : entry.computed ? `[${show(entry.computed)}]: ` : '...'}${show(entry.value)}`).join(', ')}}`;
    case 'list':
      return `[${all(expr.items)}]`;
    case 'spread':
      return `...${show(expr.operand)}`;
    case 'function': {
      const fn = module.functions[expr.functionId] as FunctionNode;
      return `${fn.form}(${fn.params.map((param) => paramText(module, param)).join(', ')}){${lines(module, fn.body, '').join('; ')}}`;
    }
    case 'class':
      return `class#${module.classes[expr.classId]?.name}`;
    case 'await':
      return `await ${show(expr.operand)}`;
    case 'assign':
      return `(${patternText(module, expr.target)} = ${show(expr.value)})`;
    case 'each':
      return `each(${patternText(module, expr.target)} of ${show(expr.source)}${expr.conditions.map((condition) => ` if ${show(condition)}`).join('')}: ${show(expr.value)})`;
    case 'module':
      return `${expr.typeOnly ? 'type ' : ''}module(${expr.module}${expr.imported === null ? '' : `, ${expr.imported}`})`;
    case 'opaque':
      return `?${expr.syntax}[${all(expr.parts)}]`;
  }
}

function argumentText(module: Module, argument: Argument): string {
  const before = argument.spread === 'list' ? '*' : argument.spread === 'record' ? '**' : argument.name === null ? '' : `${argument.name}=`;
  return before + exprText(module, argument.value);
}
