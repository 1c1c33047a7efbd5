/**
 * What a statement does about the answer to the request, told from its own code. A second answer is an error in most servers, and
 * one that ends the process in some; a status alone leaves the sender waiting.
 */
import type { Expr, FunctionNode, Module, Range, Statement } from '../ir/model.js';
import { partsOf } from '../ir/parts.js';
import { listsOf } from '../languages/enclosing.js';
import type { FrameworkWriter } from './frameworks/framework.js';
import { leaves, statementsOf } from './walk.js';

/** `sent`: given. `handed-on`: the response went to something that may give it. `begun`: nothing is sent yet. `lost`: made and not returned. */
export type Answering = 'sent' | 'handed-on' | 'begun' | 'lost';

const SENDS = new Set(['send', 'json', 'jsonp', 'end', 'sendStatus', 'sendFile', 'render', 'redirect']);
const BEGINS = new Set(['status', 'code', 'writeHead']);
const MAKES = new Set(['Response', 'NextResponse', 'json', 'text', 'html', 'body', 'newResponse', 'make_response', 'jsonify']);
const ANSWERS_BY_NAME = /^(?:send|respond|reply|reject|refuse|fail|deny|unauthori[sz]ed|forbidden|bad|error|handle_?error)/i;

export class Answers {
  readonly #by: FrameworkWriter['answersBy'] | undefined;
  readonly #responses: ReadonlySet<string>;

  constructor(
    module: Module,
    fn: FunctionNode,
    framework: FrameworkWriter | undefined,
    private readonly called: (call: Expr & { kind: 'call' }) => FunctionNode | undefined,
  ) {
    this.#by = framework?.answersBy;
    this.#responses = responsesOf(module, fn, this.#by);
  }

  of(statement: Statement): Answering | undefined {
    if (statement.kind === 'if' && mentions(statement.test, /^(?:headersSent|sent|writableEnded)$/))
      return statement.then.some((one) => this.of(one) === 'sent') ? 'sent' : undefined;
    if (statement.kind === 'switch' && statement.cases.some((one) => one.isDefault))
      return statement.cases.every((one) => one.body.length === 0 || one.body.some((each) => this.of(each) === 'sent')) ? 'sent' : undefined;
    if (statement.kind === 'assign' && statement.target.kind === 'place') return this.#ofAssignment(statement.target.expr);
    if (statement.kind !== 'evaluate') return undefined;
    const expr = core(statement.expr);
    if (this.#by === 'return') return isLost(expr) ? 'lost' : undefined;
    if (expr.kind !== 'call') return undefined;
    if (isErrorHandedOn(expr)) return 'sent';
    return this.#by === 'call' ? this.#ofCall(expr) : undefined;
  }

  /** The name of what the statement answers with. */
  response(statement: Statement): string | undefined {
    const expr =
      statement.kind === 'evaluate' ? core(statement.expr) : statement.kind === 'assign' && statement.target.kind === 'place' ? statement.target.expr : null;
    const { root } = expr ? chainOf(expr) : { root: null };
    return root !== null && this.#responses.has(root) ? root : undefined;
  }

  /** Anywhere inside these statements, functions in them apart. */
  anywhere(statements: readonly Statement[]): boolean {
    return statementsOf(statements).some((one) => this.of(one) === 'sent');
  }

  /** On every way to `range` the answer is given already: a statement in front of it does so and goes on. */
  before(body: readonly Statement[], range: Range): boolean {
    for (const statement of body) {
      if (statement.range.end <= range.start) {
        if (this.of(statement) === 'sent') return true;
      } else if (statement.range.start <= range.start && range.end <= statement.range.end) {
        return listsOf(statement).some((list) => this.before(list, range));
      }
    }
    return false;
  }

  #ofCall(expr: Expr & { kind: 'call' }): Answering | undefined {
    const { root, words } = chainOf(expr);
    if (root !== null && this.#responses.has(root)) {
      if (words.some((word) => SENDS.has(word))) return 'sent';
      return words.some((word) => BEGINS.has(word)) && !succeeds(expr) ? 'begun' : undefined;
    }
    const at = expr.args.findIndex(({ value }) => value.kind === 'name' && this.#responses.has(value.name));
    if (at < 0) return undefined;
    const param = this.called(expr)?.params[at]?.pattern;
    const helper = this.called(expr);
    if (helper && param?.kind === 'bind') return sends(helper, param.name) ? 'sent' : undefined;
    return ANSWERS_BY_NAME.test(words.at(-1) ?? root ?? '') ? 'sent' : 'handed-on';
  }

  #ofAssignment(place: Expr): Answering | undefined {
    const { root, words } = chainOf(place);
    if (root === null || !this.#responses.has(root)) return undefined;
    if (this.#by === 'set') return words.at(-1) === 'status' ? 'sent' : words.at(-1) === 'body' ? 'begun' : undefined;
    return words.at(-1) === 'statusCode' ? 'begun' : undefined;
  }
}

/** True when control does not run off the end: also behind what raises by its own name. */
export function ends(statements: readonly Statement[]): boolean {
  const last = statements.at(-1);
  if (last?.kind === 'evaluate') {
    const expr = core(last.expr);
    const { root, words } = expr.kind === 'call' ? chainOf(expr) : { root: null, words: [] };
    return /^(?:abort|exit|throw|_exit)$/.test(words.at(-1) ?? root ?? '');
  }
  if (last?.kind === 'if') return ends(last.then) && ends(last.otherwise);
  return leaves(statements);
}

/** The value is an answer that refuses: a status of 4xx or 5xx, or a plain no. */
export function refusesWith(expr: Expr): boolean {
  if (expr.kind === 'literal') return expr.value === false || (typeof expr.value === 'number' && expr.value >= 400 && expr.value < 600);
  return (
    (expr.kind === 'list' || expr.kind === 'call' || expr.kind === 'record' || expr.kind === 'member' || expr.kind === 'await') &&
    partsOf(expr).some(refusesWith)
  );
}

function responsesOf(module: Module, fn: FunctionNode, by: FrameworkWriter['answersBy'] | undefined): ReadonlySet<string> {
  const names = new Set<string>(by === 'set' ? ['ctx', 'context'] : by === 'call' ? ['res', 'response', 'reply'] : []);
  if (names.size === 0) return names;
  for (let at: FunctionNode | undefined = fn; at && at.form !== 'module'; at = at.owner === null ? undefined : module.functions[at.owner]) {
    const pattern = at.params[by === 'set' ? 0 : 1]?.pattern;
    if (pattern?.kind === 'bind') names.add(pattern.name);
  }
  return names;
}

function core(expr: Expr): Expr {
  return expr.kind === 'await' || (expr.kind === 'unary' && expr.op === 'void') ? core(expr.operand) : expr;
}

interface Chain {
  readonly root: string | null;
  /** Members in the order they are written. */
  readonly words: readonly string[];
}

/** `res.status(400).send(x)`: the name it begins with and the members that follow. */
export function chainOf(expr: Expr): Chain {
  switch (expr.kind) {
    case 'name':
      return { root: expr.name, words: [] };
    case 'call':
      return chainOf(expr.callee);
    case 'index':
      return chainOf(expr.object);
    case 'member': {
      const { root, words } = chainOf(expr.object);
      return { root, words: [...words, expr.property] };
    }
    default:
      return { root: null, words: [] };
  }
}

/** `next(error)`, which the framework answers; `next()` lets the request through. */
function isErrorHandedOn(expr: Expr & { kind: 'call' }): boolean {
  return expr.callee.kind === 'name' && expr.callee.name === 'next' && expr.args.length > 0 && expr.args[0]?.value.kind !== 'literal';
}

function isLost(expr: Expr): boolean {
  if (!refusesWith(expr)) return false;
  if (expr.kind === 'list') return true;
  const { root, words } = chainOf(expr);
  return expr.kind === 'call' && MAKES.has(words.at(-1) ?? root ?? '');
}

function succeeds(expr: Expr & { kind: 'call' }): boolean {
  const [status] = expr.args;
  return status?.value.kind === 'literal' && typeof status.value.value === 'number' && status.value.value < 400;
}

function sends(fn: FunctionNode, response: string): boolean {
  return statementsOf(fn.body).some((statement) => {
    const expr = statement.kind === 'evaluate' ? core(statement.expr) : statement.kind === 'return' && statement.value ? core(statement.value) : null;
    if (expr?.kind !== 'call') return false;
    const { root, words } = chainOf(expr);
    return root === response && words.some((word) => SENDS.has(word));
  });
}

function mentions(expr: Expr, member: RegExp): boolean {
  return (expr.kind === 'member' && member.test(expr.property)) || partsOf(expr).some((part) => mentions(part, member));
}
