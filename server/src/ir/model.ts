/**
 * The neutral form of a source file: what both language rooms lower to and what every question is asked of.
 *
 * This room knows no language, no parser, no framework. Every value here survives `JSON.stringify` and back.
 * All positions are UTF-16 offsets into the file's text, end exclusive. What a language room does not understand
 * becomes `opaque` with its readable parts, so nothing vanishes in silence.
 */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export type FunctionId = number;
export type ClassId = number;
export type BindingId = number;

/** Names a language room; used to find the room again, never to decide anything elsewhere. */
export type LanguageId = string;

export interface Module {
  readonly language: LanguageId;
  /** `functions[0]` is the module's own body. `functions[i].id === i`. */
  readonly functions: FunctionNode[];
  readonly classes: ClassNode[];
  /** Filled by `bindParts`. `bindings[i].id === i`. */
  readonly bindings: Binding[];
  readonly exports: ExportRow[];
  /** Regions the parser could not read (half-typed code); their statements are missing or `opaque`. */
  readonly unreadable: Range[];
  /** Comments that mention `webhookproof`, for suppressions. `range` spans the comment with its marks. */
  readonly comments: MarkedComment[];
}

export interface MarkedComment {
  readonly text: string;
  readonly range: Range;
}

/**
 * One exported name. `default` is the ES default export and CommonJS's whole `module.exports`; `*` re-exports everything.
 * Python rooms leave this empty: there every module-level binding is importable.
 */
export interface ExportRow {
  readonly name: string;
  /** The exported expression: a `name` for `export { x }`, a `function`, any expression; for `export ... from` a `module`. */
  readonly value: Expr;
}

export type FunctionForm = 'module' | 'function' | 'arrow' | 'method' | 'getter' | 'setter' | 'constructor' | 'class-body';

export interface FunctionNode {
  readonly id: FunctionId;
  readonly form: FunctionForm;
  readonly name: string | null;
  readonly params: Param[];
  readonly body: Statement[];
  /** Outermost first, as written from top to bottom. */
  readonly decorators: Expr[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** The function that encloses this one; null for the module. */
  readonly owner: FunctionId | null;
  readonly classId: ClassId | null;
  readonly isStatic: boolean;
  /** The whole function with decorators. */
  readonly range: Range;
  /** The name where it is declared, else the head (`async (req) =>`), for reports. */
  readonly nameRange: Range;
  /** The body; for a block with its braces, in Python from the first statement to the end of the last. */
  readonly bodyRange: Range;
  /** True for an arrow or lambda whose body is one expression (then `body` is one `return`). */
  readonly isExpressionBody: boolean;
}

export interface Param {
  readonly pattern: Pattern;
  readonly fallback: Expr | null;
  readonly rest: 'list' | 'record' | null;
  readonly decorators: Expr[];
  /** The annotation's type as a name or member expression when it is that simple, else null. */
  readonly type: Expr | null;
  readonly range: Range;
}

export interface ClassNode {
  readonly id: ClassId;
  readonly name: string | null;
  readonly bases: Expr[];
  readonly decorators: Expr[];
  readonly methods: FunctionId[];
  readonly fields: FieldNode[];
  readonly owner: FunctionId;
  readonly range: Range;
  readonly nameRange: Range;
}

/** A class field; TypeScript's constructor parameter properties (`private readonly stripe: Stripe`) are fields too. */
export interface FieldNode {
  readonly name: string;
  readonly value: Expr | null;
  readonly type: Expr | null;
  readonly isStatic: boolean;
  readonly decorators: Expr[];
  readonly range: Range;
}

export type BindingKind = 'parameter' | 'variable' | 'function' | 'class';

export interface Binding {
  readonly id: BindingId;
  readonly name: string;
  readonly kind: BindingKind;
  /** The function whose scope holds it. */
  readonly owner: FunctionId;
  /** How many statements give it a value (declarations without a value do not count). */
  writes: number;
  /** The value when it is written exactly once and plainly; destructuring yields a `member` or `index` of the source. */
  value: Expr | null;
  functionId: FunctionId | null;
  classId: ClassId | null;
}

// ---------------------------------------------------------------------------------------------- expressions

export type Expr =
  | LiteralExpr
  | NameExpr
  | ThisExpr
  | MemberExpr
  | IndexExpr
  | CallExpr
  | BinaryExpr
  | LogicalExpr
  | UnaryExpr
  | ConditionalExpr
  | TextExpr
  | RecordExpr
  | ListExpr
  | SpreadExpr
  | FunctionExpr
  | ClassExpr
  | AwaitExpr
  | AssignExpr
  | EachExpr
  | ModuleExpr
  | OpaqueExpr;

/** `null` stands for null, None and undefined. Bytes literals are strings with `bytes: true`; regular expressions have `pattern: true`. */
export interface LiteralExpr {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
  readonly bytes?: true;
  readonly pattern?: true;
  readonly range: Range;
}
export interface NameExpr {
  readonly kind: 'name';
  readonly name: string;
  /** Filled by `bindParts`; null when nothing in the file declares it (a global, an auto-import). */
  binding: BindingId | null;
  readonly range: Range;
}
/** `this`; Python's first parameter of a method stays a `name`. */
export interface ThisExpr {
  readonly kind: 'this';
  readonly range: Range;
}
export interface MemberExpr {
  readonly kind: 'member';
  readonly object: Expr;
  readonly property: string;
  /** `a?.b` */
  readonly optional: boolean;
  /** Where `property` stands. */
  readonly propertyRange: Range;
  readonly range: Range;
}
export interface IndexExpr {
  readonly kind: 'index';
  readonly object: Expr;
  readonly index: Expr;
  readonly optional: boolean;
  readonly range: Range;
}
export interface CallExpr {
  readonly kind: 'call';
  readonly callee: Expr;
  readonly args: Argument[];
  /** `new X()`; Python instantiation looks like any call and has false. */
  readonly isNew: boolean;
  readonly optional: boolean;
  readonly range: Range;
}
export interface Argument {
  /** Python keyword argument. */
  readonly name: string | null;
  /** `...x`, `*x` */
  readonly spread: 'list' | 'record' | null;
  readonly value: Expr;
}
/** `===` and `==` (and Python `is`) are both `==`; what matters to us is that they are no constant-time comparison. */
export type BinaryOp =
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | 'not in'
  | 'instanceof'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '**'
  | '&'
  | '|'
  | '^'
  | '<<'
  | '>>';
export interface BinaryExpr {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly left: Expr;
  readonly right: Expr;
  readonly range: Range;
}
export interface LogicalExpr {
  readonly kind: 'logical';
  readonly op: 'and' | 'or' | 'nullish';
  readonly left: Expr;
  readonly right: Expr;
  readonly range: Range;
}
export interface UnaryExpr {
  readonly kind: 'unary';
  readonly op: 'not' | '-' | '+' | '~' | 'typeof' | 'void' | 'delete';
  readonly operand: Expr;
  readonly range: Range;
}
export interface ConditionalExpr {
  readonly kind: 'conditional';
  readonly test: Expr;
  readonly then: Expr;
  readonly otherwise: Expr;
  readonly range: Range;
}
/** String building: template literals and f-strings. Concatenation with `+` stays `binary`. */
export interface TextExpr {
  readonly kind: 'text';
  readonly parts: Expr[];
  readonly range: Range;
}
export interface RecordExpr {
  readonly kind: 'record';
  readonly entries: RecordEntry[];
  readonly range: Range;
}
export interface RecordEntry {
  /** Null for a spread (`...x`, `**x`) or a computed key. */
  readonly key: string | null;
  readonly computed: Expr | null;
  readonly value: Expr;
}
/** Lists, tuples and sets. */
export interface ListExpr {
  readonly kind: 'list';
  readonly items: Expr[];
  readonly range: Range;
}
export interface SpreadExpr {
  readonly kind: 'spread';
  readonly operand: Expr;
  readonly range: Range;
}
export interface FunctionExpr {
  readonly kind: 'function';
  readonly functionId: FunctionId;
  readonly range: Range;
}
export interface ClassExpr {
  readonly kind: 'class';
  readonly classId: ClassId;
  readonly range: Range;
}
export interface AwaitExpr {
  readonly kind: 'await';
  readonly operand: Expr;
  readonly range: Range;
}
/** An assignment used as a value (walrus, `a = b = c`, `(x = y)`). */
export interface AssignExpr {
  readonly kind: 'assign';
  readonly target: Pattern;
  readonly value: Expr;
  readonly range: Range;
}
/** A comprehension or generator expression: `value` for each `target` of `source` where `conditions` hold. Own scope. */
export interface EachExpr {
  readonly kind: 'each';
  readonly target: Pattern;
  readonly source: Expr;
  readonly conditions: Expr[];
  readonly value: Expr;
  readonly range: Range;
}
/**
 * A module or one of its names: static imports, `require('m')`, `import('m')`, function-level Python imports.
 * `imported` null is the namespace; `'default'` the default export. `node:` prefixes are already removed.
 * Python's relative imports keep their dots (`.crypto`, `..lib.hooks`).
 */
export interface ModuleExpr {
  readonly kind: 'module';
  readonly module: string;
  readonly imported: string | null;
  readonly typeOnly: boolean;
  readonly range: Range;
}
export interface OpaqueExpr {
  readonly kind: 'opaque';
  /** The parser's name for it, for coverage counts. */
  readonly syntax: string;
  readonly parts: Expr[];
  readonly range: Range;
}

// ---------------------------------------------------------------------------------------------- patterns

export type Pattern =
  | { readonly kind: 'bind'; readonly name: string; readonly declares: 'block' | 'function' | null; binding: BindingId | null; readonly range: Range }
  | { readonly kind: 'place'; readonly expr: MemberExpr | IndexExpr; readonly range: Range }
  | { readonly kind: 'fields'; readonly fields: FieldPattern[]; readonly rest: Pattern | null; readonly range: Range }
  | { readonly kind: 'items'; readonly items: (Pattern | null)[]; readonly rest: Pattern | null; readonly range: Range };

export interface FieldPattern {
  /** Null when computed. */
  readonly key: string | null;
  readonly target: Pattern;
  readonly fallback: Expr | null;
}

// ---------------------------------------------------------------------------------------------- statements

export type Statement =
  | { readonly kind: 'evaluate'; readonly expr: Expr; readonly range: Range }
  /** Static imports come first in a module's body as assignments of `module` expressions. `x += e` is `x = x + e` with `augmented`. */
  | { readonly kind: 'assign'; readonly target: Pattern; readonly value: Expr | null; readonly augmented: boolean; readonly range: Range }
  | { readonly kind: 'if'; readonly test: Expr; readonly then: Statement[]; readonly otherwise: Statement[]; readonly range: Range }
  /** `while` and `for(;;)`: init, test, update. `testAfter` is do-while. `otherwise` is Python's loop-else. */
  | {
      readonly kind: 'loop';
      readonly init: Statement[];
      readonly test: Expr | null;
      readonly testAfter: boolean;
      readonly update: Statement[];
      readonly body: Statement[];
      readonly otherwise: Statement[];
      readonly label: string | null;
      readonly range: Range;
    }
  | {
      readonly kind: 'for-each';
      readonly target: Pattern;
      readonly source: Expr;
      readonly over: 'values' | 'keys';
      readonly isAwait: boolean;
      readonly body: Statement[];
      readonly otherwise: Statement[];
      readonly label: string | null;
      readonly range: Range;
    }
  | {
      readonly kind: 'switch';
      readonly subject: Expr;
      readonly cases: SwitchCase[];
      readonly fallsThrough: boolean;
      readonly label: string | null;
      readonly range: Range;
    }
  | {
      readonly kind: 'try';
      readonly body: Statement[];
      readonly handlers: Handler[];
      readonly otherwise: Statement[];
      readonly finally: Statement[];
      readonly range: Range;
    }
  | {
      readonly kind: 'with';
      readonly items: { readonly expr: Expr; readonly target: Pattern | null }[];
      readonly isAsync: boolean;
      readonly body: Statement[];
      readonly range: Range;
    }
  | { readonly kind: 'return'; readonly value: Expr | null; readonly range: Range }
  | { readonly kind: 'raise'; readonly value: Expr | null; readonly range: Range }
  | { readonly kind: 'break'; readonly label: string | null; readonly range: Range }
  | { readonly kind: 'continue'; readonly label: string | null; readonly range: Range }
  | { readonly kind: 'block'; readonly body: Statement[]; readonly label: string | null; readonly range: Range }
  /** Declares its name in the nearest block, unless it says `declares: 'function'` (Python). */
  | {
      readonly kind: 'define';
      readonly name: string;
      readonly functionId: FunctionId;
      readonly declares?: 'function';
      binding: BindingId | null;
      readonly range: Range;
    }
  | {
      readonly kind: 'define-class';
      readonly name: string;
      readonly classId: ClassId;
      readonly declares?: 'function';
      binding: BindingId | null;
      readonly range: Range;
    }
  /** Python's `assert`: gone under -O, so no guard. */
  | { readonly kind: 'assert'; readonly test: Expr; readonly message: Expr | null; readonly range: Range }
  | { readonly kind: 'opaque'; readonly syntax: string; readonly parts: Expr[]; readonly range: Range };

export interface SwitchCase {
  /** Empty for `default`; Python's `case a | b` has two; a capture or a class pattern is an `opaque` test. */
  readonly tests: Expr[];
  readonly isDefault: boolean;
  readonly guard: Expr | null;
  readonly body: Statement[];
  readonly range: Range;
}

export interface Handler {
  /** Python's exception types; empty catches everything. */
  readonly types: Expr[];
  readonly target: Pattern | null;
  readonly body: Statement[];
  readonly range: Range;
}
