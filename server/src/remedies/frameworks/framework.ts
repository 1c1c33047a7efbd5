/** What a framework's handlers write differently though it is the same thing. One file a family, one row a framework. */
import type { FunctionNode, Range } from '../../ir/model.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import type { HandlerCode, Repair } from '../repair.js';

export interface FrameworkWriter {
  readonly ids: readonly string[];
  /** The languages it writes; all without them. */
  readonly languages?: readonly string[];
  /**
   * How a handler answers: `call` sends through an object, once; `set` fills in the context that is sent when the handler is done;
   * `return` gives the answer back, and one that is not returned is lost.
   */
  readonly answersBy: 'call' | 'set' | 'return';
  /** Member of the response that is true once the answer was sent. */
  readonly sentFlag?: string;
  /** What the first parameter is called where a handler has it taken apart and the check needs it whole. */
  readonly whole?: string;
  /** Answers with the status and leaves the handler. */
  refuse(handler: HandlerCode, status: number, message: string): DraftStatement[];
  /** Answers that all is well, with nothing to read, and leaves the handler; absent where `refuse` with 200 says that as well. */
  acknowledge?(handler: HandlerCode): DraftStatement[];
  /** The header's text, or nothing. */
  header(handler: HandlerCode, header: string): Draft;
  /** Where a framework has handlers of two kinds: whether this one is written here. */
  fits?(fn: FunctionNode, id: string): boolean;
  /** The platform calls the function with every method, whether it means to answer or not. */
  readonly anyMethod?: readonly string[];
  /** Where settings of the process are kept, if not where the language has them. */
  environment?(handler: HandlerCode, variable: string): Draft | null;
  /** Makes the exact bytes of the body reachable; may edit the registration and parsers. Undefined: not written by us. */
  readonly rawBody?: (repair: Repair, handler: HandlerCode) => RawBody;
  readonly formBody?: (repair: Repair, handler: HandlerCode) => FormBody;
}

/** The fields of a form, for providers that sign those and the address. */
export interface FormBody {
  readonly before: readonly DraftStatement[];
  readonly fields: Draft;
  /** Path and query as they were asked for. */
  readonly path: Draft;
  adopt(): readonly DraftStatement[];
}

export interface RawBody {
  /** Statements that read it, before anything else in the handler. */
  readonly before: readonly DraftStatement[];
  readonly value: Draft;
  readonly isBytes: boolean;
  /** True when there are none, which refuses the delivery; null when that cannot be. */
  readonly missing: Draft | null;
  /** How often the handler reads the body in ways that must change. */
  readonly reads: number;
  /** The wish of the user for the name of the parsed body, when the handler only gives it one. */
  readonly named: { readonly local: string; readonly typed: boolean } | null;
  /** The statement in front of which the check stands, where the bytes are not there from the start; the handler's start without it. */
  readonly at?: Range;
  /** Makes the handler's own reads of the body read `event`, or with null the verified bytes. Statements to follow the check. */
  adopt(event: Draft | null): readonly DraftStatement[];
}
