/**
 * A block that lets a delivery through is made to refuse it. What the block says and logs stays; what it goes on with is taken
 * out; and the request is answered once, whatever the block does about that already.
 */
import type { Expr, Range, Statement } from '../ir/model.js';
import { bindsOf, partsOf } from '../ir/parts.js';
import { assign, call, evaluate, giveBack, literal, member, name, not, quote, when } from '../languages/draft.js';
import type { DraftStatement } from '../languages/writer.js';
import { Answers, chainOf, ends, refusesWith } from './answers.js';
import { decline } from './decline.js';
import { returnsAnswers } from './frameworks/express.js';
import { calledFunction } from './names.js';
import { isPassing, type OpenCheck, refuse } from './open-check.js';
import { frameworkOf } from './refusal.js';
import { functionAt } from './walk.js';

export interface Block {
  /** The block with its braces, or with what stands in front of them; as far as `FileEditor.atEnd` needs it. */
  readonly range: Range;
  readonly list: readonly Statement[];
}

export function closeBlock(work: OpenCheck, block: Block, status: number, message: string): void {
  new Closing(work, block.range, status, message).close(block);
}

/** Statements at the end; one that becomes what the function returns; one that is completed. */
type Refusing = readonly DraftStatement[] | { readonly prefix: Statement } | { readonly instead: Statement; readonly drafts: readonly DraftStatement[] };

class Closing {
  readonly #fn;
  readonly #framework;
  readonly #answers: Answers;

  constructor(
    private readonly work: OpenCheck,
    private readonly at: Range,
    private readonly status: number,
    private readonly message: string,
  ) {
    const { editor, repair, endpoint } = work;
    this.#fn = functionAt(editor.module, at);
    this.#framework = frameworkOf(editor, endpoint, this.#fn);
    this.#answers = new Answers(editor.module, this.#fn, this.#framework, (one) => calledFunction(repair, editor, one));
  }

  close({ range, list }: Block): void {
    if (list.some((one) => one.kind === 'return' && one.value !== null && refusesWith(one.value)))
      decline('This block refuses already; what happens to that is decided by the code that calls this function.');
    const sent = list.some((one) => this.#answers.of(one) === 'sent');
    const inner = sent ? [] : this.#branches(list);
    for (const one of inner) this.close(one);
    const removed = this.#removed(list);
    const kept = list.filter((one) => !removed.includes(one));
    const isClosed = kept.some(
      (one) => one.kind === 'if' && [one.then, one.otherwise].every((branch) => ends(branch) || inner.some((each) => each.list === branch)),
    );
    this.#write(range, list, removed, kept, isClosed ? [] : this.#refusal(kept));
  }

  /** The branches that answer or go on by themselves; one refusal behind them all would be a second answer, or too late. */
  #branches(list: readonly Statement[]): Block[] {
    return list.flatMap((statement): Block[] => {
      if (statement.kind !== 'if') {
        if (statement.kind !== 'evaluate' && statement.kind !== 'assign' && this.#answers.anywhere([statement]))
          decline('The answer is given inside another statement here; where to stop is yours to say.');
        return [];
      }
      const then = { range: branchRange(statement), list: statement.then };
      const otherwise = { range: statement.range, list: statement.otherwise };
      return [then, otherwise].filter(
        (branch) => branch.list.length > 0 && !ends(branch.list) && (this.#answers.anywhere(branch.list) || branch.list.some((one) => this.#goesOn(one))),
      );
    });
  }

  // --------------------------------------------------------------------------------------------- what does not stay

  /** What goes on with the delivery: lets it through, or takes it in place of a verified one. */
  #goesOn(statement: Statement): boolean {
    if (this.#answers.of(statement) === 'sent') return false;
    if (isPassing(statement) || (statement.kind === 'evaluate' && statement.expr.kind === 'await' && isPassing({ ...statement, expr: statement.expr.operand })))
      return true;
    if (statement.kind !== 'assign' || statement.value === null || !takesDelivery(statement.value)) return false;
    return bindsOf(statement.target).some((bind) => this.#isUsedOutside(bind.name, this.at));
  }

  #removed(list: readonly Statement[]): readonly Statement[] {
    const first = list.findIndex((one) => this.#goesOn(one));
    if (first < 0) return [];
    const going = list.filter((one) => this.#goesOn(one));
    const names = going.flatMap((one) => (one.kind === 'assign' ? bindsOf(one.target).map((bind) => bind.name) : []));
    const { text } = this.work.editor;
    const needed = list.slice(first).some((one) => !going.includes(one) && names.some((local) => wordIn(text.slice(one.range.start, one.range.end), local)));
    return needed ? list.slice(first) : going;
  }

  #isUsedOutside(local: string, range: Range): boolean {
    const { text } = this.work.editor;
    return wordIn(text.slice(this.#fn.range.start, range.start) + text.slice(range.end, this.#fn.range.end), local);
  }

  // ------------------------------------------------------------------------------------------------------ the refusal

  #refusal(kept: readonly Statement[]): Refusing {
    const { work, status, message } = this;
    const refused = refuse(work, this.at, status, message);
    const answersNo = refused[0]?.kind === 'return' && refused[0].value?.kind === 'literal';
    const leave = giveBack(answersNo && refused[0]?.kind === 'return' ? refused[0].value : null);
    const last = kept.at(-1);
    const found = (kind: string): Statement | undefined => kept.findLast((one) => this.#answers.of(one) === kind);
    const sent = found('sent');
    if (sent) return sent === last && sent.kind === 'evaluate' && !answersNo && this.#returnsAnswers(sent) ? { prefix: sent } : [leave];
    const lost = found('lost');
    if (lost) return lost === last ? { prefix: lost } : refused;
    const begun = found('begun');
    if (begun) return this.#completed(begun, begun === last, leave);
    const handedOn = found('handed-on');
    const flag = this.#framework?.sentFlag;
    const [answer, ...rest] = refused;
    const response = answer?.kind === 'evaluate' || answer?.kind === 'return' ? this.#responseIn(handedOn) : undefined;
    if (handedOn && flag && response && answer && !answersNo && answer.kind !== 'raise')
      return [when(not(member(name(response), flag)), [answer.kind === 'return' && answer.value ? evaluate(answer.value) : answer]), rest.at(-1) ?? leave];
    return refused;
  }

  /** A status was set; what is missing is the end of it. */
  #completed(begun: Statement, isLast: boolean, leave: DraftStatement): Refusing {
    const response = this.#answers.response(begun) ?? decline('What this answers with is not in reach.');
    if (this.#framework?.answersBy === 'set') return [assign(member(name(response), 'status'), literal(this.status)), leave];
    const words = begun.kind === 'evaluate' ? chainOf(begun.expr).words : [];
    const verb = begun.kind === 'assign' || words.includes('writeHead') ? 'end' : 'send';
    const text = literal(this.message);
    if (begun.kind === 'evaluate' && begun.expr.kind === 'call' && isLast) {
      const answer = call(member(quote(begun.expr), verb), text);
      return {
        instead: begun,
        drafts: this.#returnsAnswers(begun) && leave.kind === 'return' && leave.value === null ? [giveBack(answer)] : [evaluate(answer), leave],
      };
    }
    return [evaluate(call(member(name(response), verb), text)), leave];
  }

  #responseIn(statement: Statement | undefined): string | undefined {
    if (statement?.kind !== 'evaluate') return undefined;
    const expr = statement.expr.kind === 'await' ? statement.expr.operand : statement.expr;
    if (expr.kind !== 'call') return undefined;
    const handed = expr.args.find(({ value }) => value.kind === 'name' && /^(?:res|response|reply)$/.test(value.name))?.value;
    return handed?.kind === 'name' ? handed.name : undefined;
  }

  #returnsAnswers(statement: Statement): boolean {
    const response = this.#answers.response(statement);
    if (response === undefined) return false;
    return this.#framework?.ids.includes('fastify') === true || returnsAnswers(this.#fn, response);
  }

  // ------------------------------------------------------------------------------------------------------ the edits

  #write(range: Range, list: readonly Statement[], removed: readonly Statement[], kept: readonly Statement[], planned: Refusing): void {
    const { editor } = this.work;
    if ('prefix' in planned) {
      editor.change({ start: planned.prefix.range.start, end: planned.prefix.range.start }, 'return ');
      for (const one of removed) editor.removeStatement(one.range);
      return;
    }
    if ('instead' in planned) {
      editor.replaceStatement(planned.instead.range, planned.drafts);
      for (const one of removed) editor.removeStatement(one.range);
      return;
    }
    const [first, last] = [removed[0], list.at(-1)];
    if (planned.length > 0 && first && last && list.slice(list.indexOf(first)).length === removed.length) {
      editor.replaceStatement({ start: first.range.start, end: last.range.end }, planned);
      return;
    }
    for (const one of removed) editor.removeStatement(one.range);
    if (planned.length > 0) editor.atEnd(range, kept.at(-1)?.range, planned);
  }
}

function branchRange(statement: Extract<Statement, { kind: 'if' }>): Range {
  return { start: statement.test.range.end, end: statement.otherwise.length > 0 ? statement.test.range.end : statement.range.end };
}

const READS = /^(?:body|rawBody|raw_body|json|get_json|get_data|data|form|payload)$/;

/** The value is made from what was sent, whether or not it was verified. */
function takesDelivery(expr: Expr): boolean {
  if (expr.kind === 'call') {
    const { root, words } = chainOf(expr);
    if ((root === 'JSON' && words[0] === 'parse') || words.at(-1) === 'loads') return true;
  }
  return (expr.kind === 'member' && READS.test(expr.property)) || partsOf(expr).some(takesDelivery);
}

function wordIn(text: string, local: string): boolean {
  return new RegExp(`(?<![\\w$.])${local.replace(/\$/g, '\\$')}(?![\\w$])`).test(text);
}
