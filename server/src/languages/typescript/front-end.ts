/**
 * The TypeScript and JavaScript room's way in: text becomes the neutral form. Trees stay behind this file's interface.
 *
 * It lowers compiler nodes as the parser made them: no wrappers, no checker, no other file. It never throws; what cannot be
 * read is named in `unreadable`.
 */
import { bindNames } from '../../ir/bind.js';
import type { Module, Range } from '../../ir/model.js';
import type { FrontEnd, ParsedFile, TextChange } from '../front-end.js';
import { markedComments } from './comments.js';
import type { ts } from './compiler.js';
import { lower } from './lower.js';
import { parseText, reparse } from './parse.js';
import { unreadableRanges } from './unreadable.js';

export const typescriptFrontEnd: FrontEnd = {
  language: 'typescript',
  parse(path: string, text: string): ParsedFile {
    return new TypeScriptFile(path, text, parseText(path, text));
  },
};

class TypeScriptFile implements ParsedFile {
  private lowered: Module | undefined;
  private isSuperseded = false;

  constructor(
    private readonly path: string,
    readonly text: string,
    /** Undefined when the parser could not take the text. */
    private tree: ts.SourceFile | undefined,
  ) {}

  get module(): Module {
    this.lowered ??= moduleOf(this.text, this.isSuperseded ? parseText(this.path, this.text) : this.tree);
    return this.lowered;
  }

  update(text: string, _changes: readonly TextChange[]): ParsedFile {
    const next = this.tree ? reparse(this.path, this.tree, this.text, text) : parseText(this.path, text);
    this.dispose();
    return new TypeScriptFile(this.path, text, next);
  }

  dispose(): void {
    // The compiler reuses the nodes of an updated tree, so the old tree must not be lowered any more.
    this.isSuperseded = true;
    this.tree = undefined;
  }
}

function moduleOf(text: string, tree: ts.SourceFile | undefined): Module {
  if (tree === undefined) return unreadModule(text, 'too-deep');
  try {
    const module = lower(tree);
    module.unreadable.push(...unreadableRanges(tree));
    module.unreadable.sort((a, b) => a.start - b.start);
    for (const comment of markedComments(tree)) module.comments.push(comment);
    bindNames(module);
    return module;
  } catch (error) {
    // The stack runs out when a caller left too little of it; anything else is our mistake, and the dump shows it.
    return unreadModule(text, error instanceof RangeError ? 'too-deep' : 'failed');
  }
}

/** A module whose text is one unknown statement. */
function unreadModule(text: string, syntax: string): Module {
  const range: Range = { start: 0, end: text.length };
  return {
    language: 'typescript',
    functions: [
      {
        id: 0,
        form: 'module',
        name: null,
        params: [],
        body: [{ kind: 'opaque', syntax, parts: [], range }],
        decorators: [],
        isAsync: false,
        isGenerator: false,
        owner: null,
        classId: null,
        isStatic: false,
        range,
        nameRange: { start: 0, end: 0 },
        bodyRange: range,
        isExpressionBody: false,
      },
    ],
    classes: [],
    bindings: [],
    exports: [],
    unreadable: [range],
    comments: [],
  };
}
