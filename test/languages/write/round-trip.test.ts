/** lower(print(draft)) is the draft again, ranges aside. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expr, FunctionNode, Module, Pattern, Statement } from '../../../server/src/ir/model.js';
import type { FrontEnd } from '../../../server/src/languages/front-end.js';
import { loadPythonFrontEnd } from '../../../server/src/languages/python/front-end.js';
import { typescriptFrontEnd } from '../../../server/src/languages/typescript/front-end.js';
import type { Draft, DraftFunction, DraftStatement, FileView } from '../../../server/src/languages/writer.js';
import { writerFor } from '../../../server/src/languages/writers.js';

const pythonFrontEnd = await loadPythonFrontEnd();

const STYLES: Record<string, string> = {
  'semicolons and single quotes': "import a from 'a';\nfunction f() {\n  return 'x';\n}\n",
  'no semicolons, double quotes, tabs': 'import a from "a"\nfunction f() {\n\treturn "x"\n}\n',
  'windows line breaks, four spaces': "import a from 'a';\r\nfunction f() {\r\n    return 'x';\r\n}\r\n",
};
const PYTHON_STYLES: Record<string, string> = {
  'double quotes': 'import a\n\n\ndef f():\n    return "x"\n',
  'single quotes, two spaces': "import a\n\n\ndef f():\n  return 'x'\n",
};

describe.each(Object.entries(STYLES))('TypeScript with %s', (_, sample) => {
  for (const path of ['a.ts', 'a.js']) {
    it(`reads back what it wrote into ${path}`, () => roundTrip(typescriptFrontEnd, path, sample, statement('typescript')));
  }
});

describe.each(Object.entries(PYTHON_STYLES))('Python with %s', (_, sample) => {
  it('reads back what it wrote', () => roundTrip(pythonFrontEnd, 'a.py', sample, statement('python')));
});

function roundTrip(frontEnd: FrontEnd, path: string, sample: string, statements: fc.Arbitrary<DraftStatement>): void {
  const file: FileView = { path, text: sample, module: frontEnd.parse(path, sample).module };
  const writer = writerFor(frontEnd.language);
  if (!writer) throw new Error(`no writer for ${frontEnd.language}`);
  fc.assert(
    fc.property(fc.array(statements, { minLength: 1, maxLength: 4 }), (body) => {
      const wrapped: DraftStatement = { kind: 'define', function: { name: 'wrapped', params: [{ name: 'p' }], body, isAsync: true } };
      const printed = `${writer.statements(file, [wrapped], '')}\n`;
      const { module } = frontEnd.parse(path, printed);
      expect(module.unreadable, printed).toEqual([]);
      const lowered = module.functions[0]?.body.map((one) => loweredStatement(module, one));
      expect(lowered, printed).toEqual([draftStatement(wrapped)]);
    }),
    { numRuns: 150 },
  );
}

// ------------------------------------------------------------------------------------------ random drafts

function statement(language: 'typescript' | 'python'): fc.Arbitrary<DraftStatement> {
  const identifier = fc.constantFrom('a', 'b', 'secret', 'rawBody', 'value');
  const text = fc.oneof(fc.constantFrom('', 'x', "it's", 'say "hi"', '{a} ${b} `c` \\', 'línea\nsecond', 'sha256='), fc.string({ maxLength: 6 }));
  const { expr } = fc.letrec<{ expr: Draft }>((tie) => {
    const inner = tie('expr');
    const leaf: fc.Arbitrary<Draft> = fc.oneof(
      identifier.map((name): Draft => ({ kind: 'name', name })),
      text.map((value): Draft => ({ kind: 'literal', value })),
      fc.nat(5000).map((value): Draft => ({ kind: 'literal', value })),
      fc.constantFrom(true, false).map((value): Draft => ({ kind: 'literal', value })),
    );
    const callee = fc.oneof(
      identifier.map((name): Draft => ({ kind: 'name', name })),
      fc
        .record({ object: language === 'python' ? identifier.map((name): Draft => ({ kind: 'name', name })) : inner, property: identifier })
        .map(({ object, property }): Draft => ({ kind: 'member', object, property })),
    );
    const signs =
      language === 'typescript'
        ? (['==', '!=', '<', '>=', '+', '-', '*', '/', '%', '&', '|', '<<'] as const)
        : (['==', '!=', '<', '>=', 'in', 'not in', '+', '-', '*', '%', '|', '**'] as const);
    const both: fc.Arbitrary<Draft>[] = [
      leaf,
      fc.record({ object: inner, property: identifier }).map(({ object, property }): Draft => ({ kind: 'member', object, property })),
      fc.record({ object: inner, index: inner }).map(({ object, index }): Draft => ({ kind: 'index', object, index })),
      fc
        .record({ callee, args: fc.array(inner, { maxLength: 3 }) })
        .map(({ callee: called, args }): Draft => ({ kind: 'call', callee: called, args: args.map((value) => ({ value })) })),
      fc.record({ op: fc.constantFrom(...signs), left: inner, right: inner }).map((parts): Draft => ({ kind: 'binary', ...parts })),
      fc.record({ op: fc.constantFrom('and' as const, 'or' as const), left: inner, right: inner }).map((parts): Draft => ({ kind: 'logical', ...parts })),
      inner.map((operand): Draft => ({ kind: 'unary', op: 'not', operand })),
      fc.record({ test: inner, then: inner, otherwise: inner }).map((parts): Draft => ({ kind: 'conditional', ...parts })),
      fc
        .array(
          fc.record({
            before: text.filter((one) => one !== ''),
            value: language === 'python' ? callee : inner.filter((one) => !(one.kind === 'literal' && typeof one.value === 'string')),
          }),
          { minLength: 1, maxLength: 2 },
        )
        .map(
          (pairs): Draft => ({
            kind: 'text',
            parts: pairs.flatMap(({ before, value }): Draft[] => [{ kind: 'literal', value: before }, value]),
          }),
        ),
      fc
        .uniqueArray(identifier, { maxLength: 3 })
        .chain((keys) =>
          fc
            .tuple(...keys.map(() => inner))
            .map((values): Draft => ({ kind: 'record', entries: keys.map((key, at) => ({ key, value: values[at] as Draft })) })),
        ),
      fc.array(inner, { maxLength: 3 }).map((items): Draft => ({ kind: 'list', items })),
      fc
        .record({ name: identifier, body: inner })
        .map(({ name, body }): Draft => ({ kind: 'function', params: [{ name }], body, isAsync: language === 'typescript' })),
      inner.map((operand): Draft => ({ kind: 'await', operand })),
    ];
    if (language === 'typescript') {
      both.push(fc.record({ left: inner, right: inner }).map((parts): Draft => ({ kind: 'logical', op: 'nullish', ...parts })));
      both.push(
        fc
          .record({ name: identifier, args: fc.array(inner, { maxLength: 2 }) })
          .map(({ name, args }): Draft => ({ kind: 'call', callee: { kind: 'name', name }, args: args.map((value) => ({ value })), isNew: true })),
      );
      both.push(inner.map((operand): Draft => ({ kind: 'unary', op: 'typeof', operand })));
    } else {
      both.push(fc.record({ target: identifier, source: inner, value: inner }).map((parts): Draft => ({ kind: 'each', conditions: [], ...parts })));
      both.push(
        fc.record({ callee, value: inner }).map(({ callee: called, value }): Draft => ({ kind: 'call', callee: called, args: [{ name: 'key', value }] })),
      );
    }
    return { expr: fc.oneof({ maxDepth: 3, withCrossShrink: true }, ...both) };
  });
  return fc.letrec<{ statement: DraftStatement }>((tie) => {
    const block = fc.array(tie('statement'), { minLength: 1, maxLength: 2 });
    return {
      statement: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.record({ expr: expr.filter((one) => one.kind !== 'literal') }).map((parts): DraftStatement => ({ kind: 'evaluate', ...parts })),
        fc
          .record({ target: identifier, value: expr })
          .map(({ target, value }): DraftStatement => ({ kind: 'assign', target: { kind: 'name', name: target }, declares: true, value })),
        fc.option(expr, { nil: null }).map((value): DraftStatement => ({ kind: 'return', value })),
        expr.map((value): DraftStatement => ({ kind: 'raise', value })),
        fc.record({ test: expr, then: block, otherwise: fc.oneof(fc.constant([]), block) }).map((parts): DraftStatement => ({ kind: 'if', ...parts })),
        fc.record({ target: identifier, source: expr, body: block }).map((parts): DraftStatement => ({ kind: 'for-each', ...parts })),
        fc.record({ body: block, caught: block, target: fc.option(fc.constant('failure'), { nil: null }) }).map(
          ({ body, caught, target }): DraftStatement => ({
            kind: 'try',
            body,
            handlers: [{ types: [], target, body: caught }],
          }),
        ),
      ),
    };
  }).statement;
}

// ------------------------------------------------------------------------------------------- a common form

function draftStatement(draft: DraftStatement): unknown {
  switch (draft.kind) {
    case 'evaluate':
      return ['evaluate', draftExpr(draft.expr)];
    case 'assign':
      return ['assign', draftExpr(draft.target), draft.value && draftExpr(draft.value)];
    case 'if':
      return ['if', draftExpr(draft.test), draft.then.map(draftStatement), draft.otherwise.map(draftStatement)];
    case 'for-each':
      return ['for-each', ['name', draft.target], draftExpr(draft.source), draft.body.map(draftStatement)];
    case 'try':
      return ['try', draft.body.map(draftStatement), draft.handlers.map((handler) => [handler.target, handler.body.map(draftStatement)])];
    case 'return':
    case 'raise':
      return [draft.kind, draft.value && draftExpr(draft.value)];
    case 'define':
      return ['define', draftFunction(draft.function)];
  }
}

function draftFunction(fn: DraftFunction): unknown {
  return [fn.name, fn.params.map((param) => param.name), fn.isAsync ?? false, fn.body.map(draftStatement)];
}

function draftExpr(draft: Draft): unknown {
  switch (draft.kind) {
    case 'literal':
      return ['literal', draft.value];
    case 'name':
      return ['name', draft.name];
    case 'member':
      return ['member', draftExpr(draft.object), draft.property];
    case 'index':
      return ['index', draftExpr(draft.object), draftExpr(draft.index)];
    case 'call':
      return ['call', draft.isNew ?? false, draftExpr(draft.callee), draft.args.map((argument) => [argument.name ?? null, draftExpr(argument.value)])];
    case 'binary':
    case 'logical':
      return [draft.kind, draft.op, draftExpr(draft.left), draftExpr(draft.right)];
    case 'unary':
      return ['unary', draft.op, draftExpr(draft.operand)];
    case 'conditional':
      return ['conditional', draftExpr(draft.test), draftExpr(draft.then), draftExpr(draft.otherwise)];
    case 'text':
      return ['text', draft.parts.map(draftExpr)];
    case 'record':
      return ['record', draft.entries.map(({ key, value }) => [key, draftExpr(value)])];
    case 'list':
      return ['list', draft.items.map(draftExpr)];
    case 'function':
      return ['function', draft.params.map((param) => param.name), draftExpr(draft.body as Draft)];
    case 'await':
      return ['await', draftExpr(draft.operand)];
    case 'each':
      return ['each', draft.target, draftExpr(draft.source), draftExpr(draft.value)];
    default:
      return [draft.kind];
  }
}

function loweredStatement(module: Module, statement: Statement): unknown {
  const list = (statements: readonly Statement[]): unknown[] => statements.map((one) => loweredStatement(module, one));
  const expr = (one: Expr | null): unknown => one && loweredExpr(module, one);
  switch (statement.kind) {
    case 'evaluate':
      return ['evaluate', expr(statement.expr)];
    case 'assign':
      return ['assign', loweredPattern(statement.target), expr(statement.value)];
    case 'if':
      return ['if', expr(statement.test), list(statement.then), list(statement.otherwise)];
    case 'for-each':
      return ['for-each', loweredPattern(statement.target), expr(statement.source), list(statement.body)];
    case 'try':
      return [
        'try',
        list(statement.body),
        statement.handlers.map((handler) => [handler.target ? (loweredPattern(handler.target) as string[])[1] : null, list(handler.body)]),
      ];
    case 'return':
    case 'raise':
      return [statement.kind, expr(statement.value)];
    case 'define': {
      const fn = module.functions[statement.functionId] as FunctionNode;
      return ['define', [fn.name, fn.params.map((param) => (loweredPattern(param.pattern) as string[])[1]), fn.isAsync, list(fn.body)]];
    }
    default:
      return statement;
  }
}

function loweredPattern(pattern: Pattern): unknown {
  return pattern.kind === 'bind' ? ['name', pattern.name] : pattern;
}

function loweredExpr(module: Module, expr: Expr): unknown {
  const show = (one: Expr): unknown => loweredExpr(module, one);
  switch (expr.kind) {
    case 'literal':
      return ['literal', expr.value];
    case 'name':
      return ['name', expr.name];
    case 'member':
      return ['member', show(expr.object), expr.property];
    case 'index':
      return ['index', show(expr.object), show(expr.index)];
    case 'call':
      return ['call', expr.isNew, show(expr.callee), expr.args.map((argument) => [argument.name, show(argument.value)])];
    case 'binary':
    case 'logical':
      return [expr.kind, expr.op, show(expr.left), show(expr.right)];
    case 'unary':
      return ['unary', expr.op, show(expr.operand)];
    case 'conditional':
      return ['conditional', show(expr.test), show(expr.then), show(expr.otherwise)];
    case 'text':
      return ['text', expr.parts.map(show)];
    case 'record':
      return ['record', expr.entries.map(({ key, value }) => [key, show(value)])];
    case 'list':
      return ['list', expr.items.map(show)];
    case 'function': {
      const fn = module.functions[expr.functionId] as FunctionNode;
      const [only] = fn.body;
      return [
        'function',
        fn.params.map((param) => (loweredPattern(param.pattern) as string[])[1]),
        only?.kind === 'return' && only.value ? show(only.value) : null,
      ];
    }
    case 'await':
      return ['await', show(expr.operand)];
    case 'each':
      return ['each', (loweredPattern(expr.target) as string[])[1], show(expr.source), show(expr.value)];
    default:
      return expr;
  }
}
