/**
 * The parser's tree of one piece of text, read once into plain objects.
 *
 * Crossing into WebAssembly is what costs, so tokens that carry no meaning are stepped over, plain strings are not entered,
 * and fields are asked for only where a node has some. Positions are relative to the piece.
 */
import type { Language, Parser, Tree } from 'web-tree-sitter';

export interface ConcreteNode {
  /** The grammar's name; `ERROR` where the parser gave up. */
  readonly type: string;
  readonly field: string | null;
  readonly start: number;
  /** Comments that close a block are left out. */
  end: number;
  /** False for operators and keywords; their positions are not read. */
  readonly named: boolean;
  /** Without punctuation and comments. */
  readonly children: ConcreteNode[];
}

export interface Unit {
  readonly text: string;
  readonly statements: readonly ConcreteNode[];
  readonly hasError: boolean;
  /** Comments that mention the product. */
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** Parses and reads one piece. A piece that the parser cannot be given at all comes back as one `ERROR`. */
export class Reader {
  private readonly tables: Tables;

  constructor(
    private parser: Parser,
    private readonly renew: () => Parser,
    language: Language,
  ) {
    this.tables = tablesOf(language);
  }

  read(text: string): Unit {
    let tree: Tree | null = null;
    try {
      // The grammar takes a lone carriage return for a blank; to Python and to editors it ends the line.
      tree = this.parser.parse(text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text);
      return tree ? readTree(tree, text, this.tables) : unreadableUnit(text);
    } catch {
      // The WebAssembly side ran out of memory or stack; this parser's state is not to be trusted any more.
      this.parser = this.renew();
      return unreadableUnit(text);
    } finally {
      tree?.delete();
    }
  }
}

export function unreadableUnit(text: string): Unit {
  return { text, statements: [{ type: 'ERROR', field: null, start: 0, end: text.length, named: true, children: [] }], hasError: true, comments: [] };
}

/** What the reader does with a node of a type. */
const SKIP = 0;
const TOKEN = 1;
const LEAF = 2;
const INNER = 3;
const INNER_WITH_FIELDS = 4;
const STRING = 5;
const COMMENT = 6;

interface Tables {
  readonly types: readonly string[];
  readonly fields: readonly (string | null)[];
  readonly treatment: Uint8Array;
}

/** Anonymous tokens that say something which the named nodes around them do not. */
const meaningful = new Set(
  'async,from,_,and,or,in,not in,is,is not,<,<=,==,!=,>=,>,<>,+,-,~,*,@,/,%,//,**,|,&,^,<<,>>,+=,-=,*=,/=,@=,//=,%=,**=,>>=,<<=,&=,^=,|='.split(','),
);
const leaves = new Set(
  `identifier integer float true false none ellipsis string_start string_content string_end pass_statement break_statement continue_statement
   wildcard_import import_prefix type_conversion keyword_separator positional_separator line_continuation`.split(/\s+/),
);
/** Their blocks take in the comments that follow the last statement. */
const endsWithBlock = new Set(
  `block if_statement elif_clause else_clause for_statement while_statement try_statement except_clause finally_clause with_statement
   match_statement case_clause function_definition class_definition decorated_definition`.split(/\s+/),
);
const withoutFields = new Set(
  `block expression_statement return_statement delete_statement assert_statement argument_list list tuple set dictionary expression_list
   pattern_list tuple_pattern list_pattern parenthesized_expression string concatenated_string parameters lambda_parameters decorator
   list_splat dictionary_splat list_splat_pattern dictionary_splat_pattern conditional_expression comparison_operator await yield slice
   dotted_name type with_clause if_clause finally_clause global_statement nonlocal_statement case_pattern union_pattern class_pattern
   keyword_pattern splat_pattern relative_import`.split(/\s+/),
);

function tablesOf(language: Language): Tables {
  const treatment = new Uint8Array(language.types.length);
  language.types.forEach((type, id) => {
    if (type === 'comment') treatment[id] = COMMENT;
    else if (!language.nodeTypeIsNamed(id)) treatment[id] = meaningful.has(type) ? TOKEN : SKIP;
    else if (type === 'string') treatment[id] = STRING;
    else if (type === 'line_continuation') treatment[id] = SKIP;
    else if (leaves.has(type)) treatment[id] = LEAF;
    else treatment[id] = withoutFields.has(type) ? INNER : INNER_WITH_FIELDS;
  });
  return { types: language.types, fields: language.fields, treatment };
}

/** Deeper than anything that is lowered; below, the tree is not read. */
const DEEPEST_READ = 3000;
const noChildren: ConcreteNode[] = [];

function readTree(tree: Tree, text: string, tables: Tables): Unit {
  const statements: ConcreteNode[] = [];
  const comments: { start: number; end: number }[] = [];
  const wantsComments = mentionsProduct(text);
  const hasError = tree.rootNode.hasError;
  const cursor = tree.walk();
  try {
    if (!cursor.gotoFirstChild()) return { text, statements, hasError, comments };
    const open: ConcreteNode[] = [];
    const openWithFields: boolean[] = [];
    let siblings = statements;
    let fieldsHere = false;
    for (;;) {
      const id = cursor.nodeTypeId;
      const treatment = tables.treatment[id] ?? INNER;
      if (treatment >= LEAF) {
        const start = cursor.startIndex;
        const end = cursor.endIndex;
        if (treatment === COMMENT) {
          if (wantsComments && mentionsProduct(text.slice(start, end))) comments.push({ start, end });
        } else {
          const enters = treatment === INNER || treatment === INNER_WITH_FIELDS || (treatment === STRING && isFormatted(text, start));
          const node: ConcreteNode = {
            type: tables.types[id] ?? 'ERROR',
            field: fieldsHere ? (tables.fields[cursor.currentFieldId] ?? null) : null,
            start,
            end,
            named: true,
            children: enters ? [] : noChildren,
          };
          siblings.push(node);
          if (enters && open.length < DEEPEST_READ && cursor.gotoFirstChild()) {
            open.push(node);
            openWithFields.push(fieldsHere);
            siblings = node.children;
            fieldsHere = treatment === INNER_WITH_FIELDS;
            continue;
          }
        }
      } else if (treatment === TOKEN) {
        siblings.push({ type: tables.types[id] as string, field: null, start: 0, end: 0, named: false, children: noChildren });
      }
      while (!cursor.gotoNextSibling()) {
        const closed = open.pop();
        if (closed === undefined) return { text, statements, hasError, comments };
        if (endsWithBlock.has(closed.type)) closed.end = closed.children.findLast((child) => child.named)?.end ?? closed.end;
        cursor.gotoParent();
        siblings = open.at(-1)?.children ?? statements;
        fieldsHere = openWithFields.pop() === true;
      }
    }
  } finally {
    cursor.delete();
  }
}

function mentionsProduct(text: string): boolean {
  return text.includes('webhookproof');
}

/** `f''` and `t''`: the only strings with anything inside. */
function isFormatted(text: string, start: number): boolean {
  for (let at = start; at < start + 3; at += 1) {
    const letter = text.charCodeAt(at) | 32;
    if (letter === 34 || letter === 39) return false;
    if (letter === 102 || letter === 116) return true;
  }
  return false;
}
