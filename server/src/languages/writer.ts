/**
 * The way back: new code as small drafts of the neutral form, printed in the style of the file that receives it.
 *
 * A draft has the kinds of `ir/model.ts` without ranges and bindings, functions inline, and two holes: `verbatim` quotes the
 * user's own text, `imported` stands for a name of a module under whatever local name the file has or gets for it.
 * Writers know text and the lowered module, never a parser; printing a draft and lowering the result gives the draft again.
 */
import type { BinaryOp, FunctionNode, LanguageId, Module, Range } from '../ir/model.js';
import type { TestPlan } from './regression-test.js';

/** The file that receives new code. */
export interface FileView {
  readonly path: string;
  readonly text: string;
  readonly module: Module;
}

/** Replaces `range` by `text`; an insertion has an empty range. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

export type Draft =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly bytes?: true }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'this' }
  | { readonly kind: 'member'; readonly object: Draft; readonly property: string; readonly optional?: boolean }
  | { readonly kind: 'index'; readonly object: Draft; readonly index: Draft }
  | { readonly kind: 'call'; readonly callee: Draft; readonly args: readonly DraftArgument[]; readonly isNew?: boolean }
  | { readonly kind: 'binary'; readonly op: BinaryOp; readonly left: Draft; readonly right: Draft }
  | { readonly kind: 'logical'; readonly op: 'and' | 'or' | 'nullish'; readonly left: Draft; readonly right: Draft }
  | { readonly kind: 'unary'; readonly op: 'not' | '-' | 'typeof'; readonly operand: Draft }
  | { readonly kind: 'conditional'; readonly test: Draft; readonly then: Draft; readonly otherwise: Draft }
  /** A template or f-string: string literals and expressions in turn. */
  | { readonly kind: 'text'; readonly parts: readonly Draft[] }
  | { readonly kind: 'record'; readonly entries: readonly { readonly key: string; readonly value: Draft }[] }
  | { readonly kind: 'list'; readonly items: readonly Draft[]; readonly tuple?: true }
  | { readonly kind: 'function'; readonly params: readonly DraftParam[]; readonly body: Draft | readonly DraftStatement[]; readonly isAsync?: boolean }
  | { readonly kind: 'await'; readonly operand: Draft }
  /** A generator expression; languages without one use a callback instead. */
  | { readonly kind: 'each'; readonly target: string; readonly source: Draft; readonly conditions: readonly Draft[]; readonly value: Draft }
  /** The user's own expression, quoted. `tight` when it needs no parentheses in front of `.x` or inside `!`. */
  | { readonly kind: 'verbatim'; readonly range: Range; readonly tight: boolean }
  /** A value whose type the language cannot see: a cast where types are written, the bare value elsewhere. */
  | { readonly kind: 'typed'; readonly value: Draft; readonly type: TypeHint }
  /** A name of a module, imported on demand. `name` null is the whole module; `default` its default export. */
  | { readonly kind: 'imported'; readonly module: string; readonly name: string | null; readonly as?: string };

export interface DraftArgument {
  readonly name?: string;
  readonly value: Draft;
}

export interface DraftParam {
  readonly name: string;
  /** Printed where the file has annotations. */
  readonly type?: TypeHint;
}

/** The few types that new code needs to name. `{ code }` is the language's own text, `{ member }` a type of something imported. */
export type TypeHint =
  | 'text'
  | 'optional-text'
  | 'bytes'
  | 'bytes-or-text'
  | 'flag'
  | 'anything'
  | { readonly code: string }
  | { readonly member: Draft; readonly property: string };

export type DraftStatement =
  | { readonly kind: 'evaluate'; readonly expr: Draft }
  /** `declares` introduces the name; `mutable` when it is written again. No value declares only. */
  | {
      readonly kind: 'assign';
      readonly target: Draft;
      readonly declares?: boolean;
      readonly mutable?: boolean;
      readonly type?: TypeHint;
      readonly value: Draft | null;
    }
  | { readonly kind: 'if'; readonly test: Draft; readonly then: readonly DraftStatement[]; readonly otherwise: readonly DraftStatement[] }
  | { readonly kind: 'for-each'; readonly target: string; readonly source: Draft; readonly body: readonly DraftStatement[]; readonly isAwait?: true }
  | { readonly kind: 'try'; readonly body: readonly DraftStatement[]; readonly handlers: readonly DraftHandler[] }
  | { readonly kind: 'return'; readonly value: Draft | null }
  /** Without a value what is being handled is raised again; languages that have no word for that are given its name. */
  | { readonly kind: 'raise'; readonly value: Draft | null }
  /** Only where the language has it. */
  | { readonly kind: 'with'; readonly subject: Draft; readonly target: string | null; readonly body: readonly DraftStatement[] }
  /** The user's own lines, which keep everything but their indentation. */
  | { readonly kind: 'lines'; readonly lines: readonly KeptLine[] }
  | { readonly kind: 'define'; readonly function: DraftFunction };

export interface KeptLine {
  /** As far as it is indented below the statement that it belongs to. */
  readonly text: string;
  /** The line begins inside of a text: not even its indentation may change. */
  readonly isFixed: boolean;
}

export interface DraftHandler {
  readonly types: readonly Draft[];
  readonly target: string | null;
  readonly body: readonly DraftStatement[];
}

export interface DraftFunction {
  readonly name: string;
  readonly params: readonly DraftParam[];
  readonly result?: TypeHint;
  readonly body: readonly DraftStatement[];
  readonly isAsync?: boolean;
  /** What a reader has to know before calling it; lines of a comment above it. */
  readonly comment?: readonly string[];
}

/** Where statements can be put: `before` and `after` are the line breaks and indentation that the place needs. */
export interface Place {
  readonly range: Range;
  readonly indent: string;
  readonly before: string;
  readonly after: string;
  /** Further edits the place needs: the braces of a block that had none, lines for what shares one. */
  readonly tail?: readonly TextEdit[];
}

/** How the file is written. Each language room adds what only it needs. */
export interface Style {
  readonly indent: string;
  readonly newline: string;
  readonly quote: '"' | "'";
  /** Longer lines are broken where formatters break them. */
  readonly width: number;
}

/** What an import comes to: the local expression to use, and the edits that bring it (none when it is there already). */
export interface ImportResult {
  readonly local: Draft;
  readonly edits: readonly TextEdit[];
}

export interface ImportRequest {
  readonly module: string;
  readonly name: string | null;
  /** The local name wanted when a new one is made, for default exports and whole modules. */
  readonly as?: string;
}

/** A function that is brought along whole, as the language's own code. */
export interface SourceText {
  /** `⟦words⟧` names another of the language's sources, or one of the imports. */
  readonly code: string;
  readonly imports: Readonly<Record<string, ImportRequest>>;
}

export interface LanguageWriter {
  readonly language: LanguageId;
  /** Begins a comment that ends with its line. */
  readonly lineComment: string;
  readonly idioms: Idioms;
  /** Files in which projects say what packages they need, the first choice first. */
  readonly manifests: readonly string[];

  style(file: FileView): Style;
  /** One expression; its further lines, if any, are indented below `indent`. No `imported` may be left in it. */
  expression(file: FileView, draft: Draft, indent: string): string;
  /** Statements as lines, each with `indent` in front and no line break at the very end. */
  statements(file: FileView, drafts: readonly DraftStatement[], indent: string): string;

  /** The start of a function's body, after directives or the docstring. Undefined where statements cannot be put. */
  bodyStart(file: FileView, fn: FunctionNode): Place | undefined;
  /** In front of a statement, on lines of its own. Undefined when it shares its line with something else. */
  beforeStatement(file: FileView, statement: Range): Place | undefined;
  afterStatement(file: FileView, statement: Range): Place | undefined;
  /** Behind the single statement of a branch that has no braces yet; they are part of the place. Undefined inside of blocks. */
  readonly blockAround?: (file: FileView, statement: Range) => Place | undefined;
  /** In place of the single statement of a branch that has no braces, or of the last ones of a block on one line; undefined elsewhere. */
  readonly blockInstead?: (file: FileView, statement: Range) => Place | undefined;
  /** Inside a block that has no statements: between its braces, or in place of `pass`. `block` may be more than the block itself. */
  emptyBlock(file: FileView, block: Range): Place | undefined;
  /** Where a new top-level function goes that code at `near` calls. */
  topLevel(file: FileView, near: Range): Place;
  /** What the language brings along whole, by its words. */
  readonly sources: Readonly<Record<string, SourceText>>;
  /** Such code in the style of the file. */
  source(file: FileView, code: string): string;
  /** All imports at once, so that several names of one module share a line. */
  imports(file: FileView, requests: readonly ImportRequest[]): readonly ImportResult[];
  /** The edit that makes a function asynchronous; undefined when it cannot be done in place. */
  makeAsync(file: FileView, fn: FunctionNode): TextEdit | undefined;
  /** Files are imported by their path, or by a dotted name from where the packages begin. */
  readonly importsBy: 'path' | 'name';
  /** A file of its own that tests an endpoint of `file`; undefined where that way to reach it is another language's. */
  test(file: FileView, plan: TestPlan): string | undefined;
  /** One more parameter behind those that a function has; undefined where its list is not in reach. */
  readonly addParameter?: (file: FileView, fn: FunctionNode, parameter: string) => readonly TextEdit[] | undefined;
  /** The local name of a new thing, in the language's own case: `raw body` is `rawBody` or `raw_body`. */
  casing(words: string): string;
}

/** Functions that new code leans on: found in the file or added to it. Returns the name to call. */
export interface Toolbox {
  helper(words: string, build: (name: string) => DraftFunction): string;
}

/** What the languages say differently though it is the same thing. */
export interface Idioms {
  /** The variable, or nothing when it is not set. */
  environment(name: string): Draft;
  /** The variable; raises when it is not set. */
  requiredEnvironment(name: string, tools: Toolbox): Draft;
  parseJson(value: Draft, isBytes: boolean): Draft;
  /** The text of bytes. */
  decode(bytes: Draft): Draft;
  /** The bytes of a text. */
  encode(text: Draft): Draft;
  /** A keyed hash as text. */
  hmac(spec: HmacSpec): Draft;
  /** The end of a function: true when the signature is right. Never raises, whatever was sent. */
  publicKeyCheck(spec: PublicKeySpec): readonly DraftStatement[];
  /** What that takes besides the language itself; null for nothing. */
  readonly publicKeyPackage: string | null;
  /** The bytes of a secret that is written in hexadecimal or base64, behind a prefix that is dropped. */
  decodedSecret(secret: Draft, encoding: 'hex' | 'base64', prefix: string | null): Draft;
  /**
   * Compared in constant time. With `kind` `texts` both are known to be texts; `anything` is false unless both are texts (or, where
   * the language has one comparison for both, bytes); `bytes` are two byte strings, perhaps of different lengths. Never raises.
   */
  same(left: Draft, right: Draft, kind: 'texts' | 'bytes' | 'anything', tools: Toolbox): Draft;
  /** The text, or the empty one when there is none. Absent where `same` takes missing values as they are. */
  readonly emptyWhenMissing?: (text: Draft) => Draft;
  /** True when there is a value and it is not empty. */
  present(value: Draft): Draft;
  /** True when `timestamp`, a text from the sender, is no moment or further from now than `seconds`, in either direction. Never raises. */
  stale(timestamp: Draft, unit: TimestampUnit, seconds: number, tools: Toolbox): Draft;
  /** True when there are no bytes. */
  isEmpty(bytes: Draft): Draft;
  /** As much of a text, at its beginning or end, as another text is long. Left out where it takes syntax that drafts have not. */
  partOf?(whole: Draft, side: 'beginning' | 'end', measure: Draft): Draft;
  /** A field of a record. */
  field(record: Draft, key: string): Draft;
  split(text: Draft, separator: string): Draft;
  /** The first of a list that `split` has made. */
  first(list: Draft): Draft;
  /** The first of `list` that starts with `prefix`, without it; empty text when there is none. */
  afterPrefix(list: Draft, prefix: string): Draft;
  /** True when `test` holds for some item. */
  some(list: Draft, item: string, test: Draft): Draft;
  /** A caught exception written to the log, where the code around has no logger of its own. */
  logged(problem: Draft): Draft;
  /** The member of a logger that writes exceptions with where they come from. */
  readonly logsExceptionsBy: string;
  /** The names of headers without what they hold; `isWeb` where they are the web's `Headers`. */
  headerNames(headers: Draft, isWeb: boolean): Draft;
  /** True where the process is told that it is a developer's. */
  readonly developing: Draft;
  /** True when the value is one of these texts. */
  isOneOf(value: Draft, texts: readonly string[]): Draft;
  /** An error to raise. */
  failure(message: string): Draft;
  /** Handles every failure by `first`, and raises it again. */
  raisedAgain(first: readonly DraftStatement[], local: (words: string) => string): DraftHandler;
}

export type TimestampUnit = 's' | 'ms' | 'rfc3339' | 'http-date';

/** A signature that is checked with a public key, all of them texts from outside. */
export interface PublicKeySpec {
  readonly algorithm: 'ed25519' | 'ecdsa' | 'rsa';
  readonly digest: string | null;
  readonly key: Draft;
  readonly keyForm: 'hex' | 'base64' | 'base64-der' | 'pem';
  readonly signature: Draft;
  readonly encoding: 'hex' | 'base64';
  readonly parts: readonly { readonly value: Draft; readonly bytes: boolean }[];
}

export interface HmacSpec {
  readonly digest: string;
  readonly key: Draft;
  readonly keyIsBytes: boolean;
  readonly parts: readonly { readonly value: Draft; readonly bytes: boolean }[];
  readonly encoding: 'hex' | 'base64' | 'base64url';
}
