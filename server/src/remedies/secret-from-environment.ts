/** A secret written in the code, or the default behind an environment look-up: the variable alone, and nothing works without it. */
import type { Finding, RemedyRequest } from '../analysis/finding.js';
import type { Expr, Module, Range } from '../ir/model.js';
import { partsOf } from '../ir/parts.js';
import { providerById } from '../knowledge/index.js';
import { declareSetting } from './declarations.js';
import { Facts } from './facts.js';
import { type FileEditor, withParentheses } from './file-editor.js';
import type { Remedy } from './remedy.js';
import { secretVariable, unread, variableLike } from './secret-names.js';
import { expressionAt } from './walk.js';

export const secretFromEnvironment: Remedy = {
  id: 'secret-from-environment',
  offers(request, finding, source) {
    const facts = new Facts(request);
    const title =
      facts.text('kind') === 'default'
        ? 'Read the secret without a default'
        : `Read the secret from ${variable(facts, source.module(placeOf(request, finding)), source.text(placeOf(request, finding)))}`;
    return [{ id: 'secret-from-environment', title, safety: 'review' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const editor = repair.file(placeOf(request, finding));
    const literal = facts.range('literal');
    const name = variable(facts, editor.module, editor.text);
    declareSetting(repair, editor.path, name);
    const text = editor.idioms.requiredEnvironment(name, editor);
    if (facts.text('kind') === 'default') {
      const lookup = lookupWith(editor, facts.optionalRange('lookup'), literal);
      editor.replace(withParentheses(editor, lookup), isBytes(editor, literal) ? editor.idioms.encode(text) : text);
      return;
    }
    const written = secretIn(expressionAt(editor.module, literal)?.expr);
    if (written?.bytes !== true) editor.replace(written?.range ?? literal, text);
    // A key that is no text has no place in a variable; its hexadecimal form has.
    else if (typeof written.value === 'string' && /^[ -~]*$/.test(written.value) && !/\\[x0-7]/.test(editor.text.slice(written.range.start, written.range.end)))
      editor.replace(written.range, editor.idioms.encode(text));
    else editor.replace(written.range, editor.idioms.decodedSecret(text, 'hex', null));
  },
};

function placeOf(request: RemedyRequest, finding: Finding): string {
  return new Facts(request).place('place')?.path ?? finding.at.path;
}

type Literal = Extract<Expr, { kind: 'literal' }>;

/** The literal itself, or the one that a conversion around it takes: that goes on converting what is read instead. */
function secretIn(expr: Expr | undefined): Literal | undefined {
  if (expr === undefined) return undefined;
  if (expr.kind === 'literal') return typeof expr.value === 'string' ? expr : undefined;
  if (expr.kind !== 'call') return undefined;
  for (const part of partsOf(expr)) {
    const found = part.kind === 'member' ? secretIn(part.object) : secretIn(part);
    if (found) return found;
  }
  return undefined;
}

function isBytes(editor: FileEditor, literal: Range): boolean {
  return secretIn(expressionAt(editor.module, literal)?.expr)?.bytes === true;
}

/** The look-up together with its default, which stands inside it or behind an `or`. */
function lookupWith(editor: FileEditor, lookup: Range | undefined, literal: Range): Range {
  const visited = expressionAt(editor.module, literal);
  if (visited === undefined) return lookup ?? literal;
  for (const above of [...visited.above].reverse()) {
    const { start, end } = above.range;
    const holdsLookup = lookup === undefined || (start <= lookup.start && lookup.end <= end);
    if (holdsLookup && (above.kind === 'logical' || above.kind === 'call' || above.kind === 'conditional')) return above.range;
  }
  return lookup ?? literal;
}

function variable(facts: Facts, module: Module | undefined, text: string | undefined): string {
  const known = facts.text('suggestedName');
  if (known !== undefined) return known;
  const provider = facts.text('provider');
  const sender = provider === undefined || provider === 'generic-hmac' ? undefined : providerById(provider);
  const literal = facts.optionalRange('literal');
  const visited = module && literal ? expressionAt(module, literal) : undefined;
  const { statement, fn, above = [] } = visited ?? {};
  // Its value, or that in one conversion: further in, the name is that of something made with the secret.
  const constant = above.length > 1 ? undefined : statement?.kind === 'assign' && statement.target.kind === 'bind' ? statement.target.name : undefined;
  const own = sender === undefined && constant !== undefined ? variableLike(constant) : undefined;
  return unread(own ?? secretVariable(sender), constant ?? fn?.name ?? undefined, text ?? '');
}
