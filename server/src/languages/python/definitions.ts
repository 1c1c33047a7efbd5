/** Functions, lambdas and classes. */
import type { ClassNode, Expr, FieldNode, FunctionForm, FunctionId, FunctionNode, Range, Statement } from '../../ir/model.js';
import type { ConcreteNode } from './concrete.js';
import { lowerArguments, lowerExpr, lowerExprOr } from './expressions.js';
import { child, type Frame, hasToken, type Lowering, named, newFrame } from './lowering.js';
import { lowerParams, lowerType } from './patterns.js';
import { lowerBlock, lowerStatement } from './statements.js';

/** `node` is the definition; `outer` what holds it with its decorators (itself if there are none). */
export interface Definition {
  readonly node: ConcreteNode;
  readonly outer: ConcreteNode;
  readonly decorators: Expr[];
}

/** Takes the decorators off. Undefined if broken code left decorators without a definition. */
export function definitionOf(lowering: Lowering, node: ConcreteNode): Definition | undefined {
  if (node.type !== 'decorated_definition') return { node, outer: node, decorators: [] };
  const inner = child(node, 'definition');
  const decorators = node.children.filter((part) => part.type === 'decorator').map((part) => lowerExprOr(lowering, named(part)[0], part));
  return inner ? { node: inner, outer: node, decorators } : undefined;
}

export function lowerFunction(lowering: Lowering, { node, outer, decorators }: Definition): FunctionId {
  const nameNode = child(node, 'name');
  const name = nameNode ? lowering.textOf(nameNode) : null;
  const body = child(node, 'body');
  const frame = lowering.frame;
  return addFunction(lowering, body, {
    form: frame.classId === null ? 'function' : methodForm(name, decorators),
    name,
    decorators,
    isAsync: hasToken(node, 'async'),
    classId: frame.classId,
    isStatic: frame.classId !== null && decorators.some((each) => each.kind === 'name' && each.name === 'staticmethod'),
    range: lowering.range(outer),
    nameRange: lowering.range(nameNode ?? node),
    bodyRange: blockRange(lowering, body ?? node),
    isExpressionBody: false,
    parameters: child(node, 'parameters'),
    lower: () => (body ? lowerBlock(lowering, body) : []),
  });
}

export function lowerLambda(lowering: Lowering, node: ConcreteNode): Expr {
  const body = child(node, 'body');
  const headEnd = body ? node.start + lowering.textBetween(node.start, body.start).trimEnd().length : node.end;
  const functionId = addFunction(lowering, body, {
    form: 'arrow',
    name: null,
    decorators: [],
    isAsync: false,
    classId: null,
    isStatic: false,
    range: lowering.range(node),
    nameRange: lowering.rangeFrom(node.start, headEnd),
    bodyRange: lowering.range(body ?? node),
    isExpressionBody: true,
    parameters: child(node, 'parameters'),
    lower: () => (body ? [{ kind: 'return', value: lowerExpr(lowering, body), range: lowering.range(body) }] : []),
  });
  return { kind: 'function', functionId, range: lowering.range(node) };
}

/**
 * Assignments in the body become static fields and definitions become methods; any other statement goes to one function of
 * the form `class-body`, last among the methods. An annotation without a value is a field of the instances.
 */
export function lowerClass(lowering: Lowering, { node, outer, decorators }: Definition): ClassNode {
  const id = lowering.nextClass();
  const nameNode = child(node, 'name');
  const draft: ClassNode = {
    id,
    name: nameNode ? lowering.textOf(nameNode) : null,
    bases: lowerArguments(lowering, child(node, 'superclasses')).flatMap((base) => (base.name === null ? [base.value] : [])),
    decorators,
    methods: [],
    fields: [],
    owner: lowering.frame.functionId,
    range: lowering.range(outer),
    nameRange: lowering.range(nameNode ?? node),
  };
  lowering.classes.push(draft);
  const body = child(node, 'body');
  const others: ConcreteNode[] = [];
  const frame: Frame = { ...newFrame(lowering.frame.functionId, id, new Set()), imported: lowering.frame.imported };
  lowering.within(frame, () => {
    for (const member of body?.children ?? []) if (!lowerMember(lowering, member, draft)) others.push(member);
  });
  if (body && others.length > 0) draft.methods.push(lowerRest(lowering, id, body, others));
  return draft;
}

/** False if the member is a statement like any other. */
function lowerMember(lowering: Lowering, member: ConcreteNode, node: ClassNode): boolean {
  switch (member.type) {
    case 'function_definition':
    case 'class_definition':
    case 'decorated_definition': {
      const definition = definitionOf(lowering, member);
      if (definition === undefined) return false;
      if (definition.node.type === 'function_definition') node.methods.push(lowerFunction(lowering, definition));
      else {
        const inner = lowerClass(lowering, definition);
        const value: Expr = { kind: 'class', classId: inner.id, range: inner.range };
        node.fields.push({ name: inner.name ?? '', value, type: null, isStatic: true, decorators: [], range: inner.range });
      }
      return true;
    }
    case 'expression_statement': {
      const [only] = member.children;
      if (only === undefined || member.children.length !== 1) return false;
      if (only.type === 'string' || only.type === 'ellipsis') return true;
      return only.type === 'assignment' && lowerFields(lowering, only, node.fields);
    }
    case 'pass_statement':
      return true;
    default:
      return false;
  }
}

/** `a = b = v` gives two fields. False if any target is more than a name. */
function lowerFields(lowering: Lowering, assignment: ConcreteNode, fields: FieldNode[]): boolean {
  const names: ConcreteNode[] = [];
  let at: ConcreteNode | undefined = assignment;
  let typeNode: ConcreteNode | undefined;
  while (at?.type === 'assignment') {
    const left = child(at, 'left');
    if (left?.type !== 'identifier') return false;
    names.push(left);
    typeNode ??= child(at, 'type');
    at = child(at, 'right');
  }
  const valueNode = at;
  for (const name of names) {
    fields.push({
      name: lowering.textOf(name),
      value: valueNode ? lowerExpr(lowering, valueNode) : null,
      type: typeNode ? lowerType(lowering, typeNode) : null,
      isStatic: valueNode !== undefined,
      decorators: [],
      range: lowering.range(assignment),
    });
  }
  return true;
}

function lowerRest(lowering: Lowering, classId: number, body: ConcreteNode, statements: ConcreteNode[]): FunctionId {
  const range = blockRange(lowering, body);
  return addFunction(lowering, undefined, {
    form: 'class-body',
    name: null,
    decorators: [],
    isAsync: false,
    classId,
    isStatic: true,
    range,
    nameRange: lowering.span(range.start, range.start),
    bodyRange: range,
    isExpressionBody: false,
    parameters: undefined,
    methodsOf: classId,
    lower: () => {
      const lowered: Statement[] = [];
      for (const statement of statements) lowerStatement(lowering, statement, lowered);
      return lowered;
    },
  });
}

type FunctionDraft = Omit<FunctionNode, 'id' | 'params' | 'body' | 'isGenerator' | 'owner'> & {
  readonly parameters: ConcreteNode | undefined;
  /** Set for a class body's function: definitions inside it are methods. */
  readonly methodsOf?: number;
  lower(): Statement[];
};

/** Takes the next id first, so that an outer function always comes before the ones inside it. */
function addFunction(lowering: Lowering, body: ConcreteNode | undefined, draft: FunctionDraft): FunctionId {
  const id = lowering.nextFunction();
  lowering.functions.push(notYet);
  const owner = lowering.frame.functionId;
  const { parameters, methodsOf, lower, ...rest } = draft;
  const params = lowerParams(lowering, parameters);
  const frame = newFrame(id, methodsOf ?? null, outerNamesIn(lowering, body));
  const statements = lowering.within(frame, lower);
  lowering.place({ id, params, body: statements, isGenerator: frame.isGenerator, owner, ...rest });
  return id;
}

/** Keeps the place of a function that is being lowered. */
const notYet = null as unknown as FunctionNode;
const noNames: ReadonlySet<string> = new Set();

/** What `global` and `nonlocal` say anywhere in a function, but not in the functions and classes inside it. */
function outerNamesIn(lowering: Lowering, body: ConcreteNode | undefined): ReadonlySet<string> {
  if (!body || !/\b(?:global|nonlocal)\b/.test(lowering.textOf(body))) return noNames;
  const names = new Set<string>();
  const waiting = [...body.children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'global_statement' || node.type === 'nonlocal_statement') for (const name of node.children) names.add(lowering.textOf(name));
    else if (node.type !== 'function_definition' && node.type !== 'class_definition') for (const inner of node.children) waiting.push(inner);
  }
  return names;
}

function methodForm(name: string | null, decorators: readonly Expr[]): FunctionForm {
  if (name === '__init__') return 'constructor';
  for (const decorator of decorators) {
    if (decorator.kind === 'name' && /^(?:cached_)?property$/.test(decorator.name)) return 'getter';
    if (decorator.kind === 'member' && /^(?:cached_)?property$/.test(decorator.property)) return 'getter';
    if (decorator.kind === 'member' && decorator.property === 'setter') return 'setter';
  }
  return 'method';
}

/** From the first statement to the end of the last. */
function blockRange(lowering: Lowering, block: ConcreteNode): Range {
  const first = block.children[0];
  const last = block.children.at(-1);
  return block.type === 'block' && first && last ? lowering.rangeFrom(first.start, last.end) : lowering.rangeFrom(block.end, block.end);
}
