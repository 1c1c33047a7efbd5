/**
 * The TypeScript and JavaScript room's way in: text becomes the neutral form. Trees stay behind this file's interface.
 *
 * It lowers compiler nodes as the parser made them: no wrappers, no checker, no other file. It never throws; what cannot be
 * read is named in `unreadable`.
 */
import type { Module } from '../../ir/model.js';
import type { FrontEnd, ParsedFile, TextChange } from '../front-end.js';
import { type ModuleSource, RegionedModule, type TopLevelPiece, unreadModule } from '../regions.js';
import { markedComments } from './comments.js';
import type { ts } from './compiler.js';
import { lowerPiece } from './lower.js';
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
  private regions: RegionedModule | undefined;
  private isSuperseded = false;

  constructor(
    private readonly path: string,
    readonly text: string,
    /** Undefined when the parser could not take the text. */
    private tree: ts.SourceFile | undefined,
    /** Undefined for a file that was never edited; else what an earlier version came to, as far as it is known. */
    private before?: { readonly regions: RegionedModule | undefined },
  ) {}

  get module(): Module {
    this.lowered ??= this.lower(this.isSuperseded ? parseText(this.path, this.text) : this.tree);
    return this.lowered;
  }

  update(text: string, _changes: readonly TextChange[]): ParsedFile {
    const next = this.tree ? reparse(this.path, this.tree, this.text, text) : parseText(this.path, text);
    const updated = new TypeScriptFile(this.path, text, next, { regions: this.regions ?? this.before?.regions });
    this.dispose();
    return updated;
  }

  dispose(): void {
    // The compiler reuses the nodes of an updated tree, so the old tree must not be lowered any more.
    this.isSuperseded = true;
    this.tree = undefined;
    this.regions = undefined;
    this.before = undefined;
  }

  private lower(tree: ts.SourceFile | undefined): Module {
    if (tree === undefined) return unreadModule('typescript', this.text.length, 'too-deep');
    try {
      const source = sourceOf(this.text, tree);
      const regions = this.before?.regions?.next(source) ?? RegionedModule.of(source, this.before !== undefined);
      if (this.before !== undefined) this.regions = regions;
      this.before = undefined;
      return regions.module;
    } catch (error) {
      this.before = undefined;
      // The stack runs out when a caller left too little of it; anything else is our mistake, and the dump shows it.
      return unreadModule('typescript', this.text.length, error instanceof RangeError ? 'too-deep' : 'failed');
    }
  }
}

interface PlacedStatement extends TopLevelPiece {
  readonly key: ts.Statement;
}

function sourceOf(text: string, tree: ts.SourceFile): ModuleSource<PlacedStatement> {
  return {
    language: 'typescript',
    length: text.length,
    // The compiler gives an unchanged statement again as the same node, moved.
    pieces: tree.statements.map((key) => ({ key, start: key.pos })),
    unreadable: unreadableRanges(tree),
    comments: markedComments(tree),
    lower: ({ key }, ids, keepsRanges) => lowerPiece(tree, key, ids, keepsRanges),
  };
}
