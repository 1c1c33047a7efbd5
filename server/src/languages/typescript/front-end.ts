/**
 * The TypeScript and JavaScript room's way in: text becomes the neutral form. Trees stay behind this file's interface.
 *
 * It lowers compiler nodes as the parser made them: no wrappers, no checker, no other file. It never throws; what cannot be
 * read is named in `unreadable`.
 */
import type { Module } from '../../ir/model.js';
import type { FrontEnd, ParsedFile, TextChange } from '../front-end.js';
import { type ModuleSource, RegionedModule, unreadModule } from '../regions.js';
import { markedComments, speaksToUs } from './comments.js';
import type { ts } from './compiler.js';
import { lowerPiece } from './lower.js';
import { errorsOf } from './nodes.js';
import { parseText, reparse } from './parse.js';
import { type PlacedStatement, piecesAfter, piecesOf } from './pieces.js';
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
    /** Of this version, or of an earlier one where `pieces` are given; undefined when the parser could not take the text. */
    private tree: ts.SourceFile | undefined,
    /** Undefined for a file that was never edited; else what an earlier version came to, as far as it is known. */
    private before?: { readonly regions: RegionedModule | undefined },
    private pieces?: readonly PlacedStatement[],
  ) {}

  get module(): Module {
    this.lowered ??= this.isSuperseded ? this.lower(parseText(this.path, this.text)) : this.lower(this.tree, this.pieces);
    return this.lowered;
  }

  update(text: string, changes: readonly TextChange[]): ParsedFile {
    const before = { regions: this.regions ?? this.before?.regions };
    const pieces = this.piecesAfter(text, changes);
    const tree = pieces ? this.tree : this.tree ? reparse(this.path, this.tree, text) : parseText(this.path, text);
    const updated = new TypeScriptFile(this.path, text, tree, before, pieces);
    this.dispose();
    return updated;
  }

  dispose(): void {
    // The compiler reuses the nodes of an updated tree, so the old tree must not be lowered any more.
    this.isSuperseded = true;
    this.tree = undefined;
    this.pieces = undefined;
    this.regions = undefined;
    this.before = undefined;
  }

  /** Undefined where the whole has to be looked at: for several changes, for what cannot be parsed, for comments that speak to us. */
  private piecesAfter(text: string, changes: readonly TextChange[]): readonly PlacedStatement[] | undefined {
    const [change, ...others] = changes;
    if (this.tree === undefined || change === undefined || others.length > 0 || errorsOf(this.tree).length > 0 || speaksToUs(text)) return undefined;
    return piecesAfter(this.path, this.pieces ?? piecesOf(this.tree), text, change);
  }

  private lower(tree: ts.SourceFile | undefined, pieces?: readonly PlacedStatement[]): Module {
    if (tree === undefined) return unreadModule('typescript', this.text.length, 'too-deep');
    try {
      const source = pieces ? sourceOfPieces(this.text, pieces) : sourceOf(this.text, tree);
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

function sourceOf(text: string, tree: ts.SourceFile): ModuleSource<PlacedStatement> {
  // The compiler gives an unchanged statement again as the same node, moved.
  return { ...sourceOfPieces(text, piecesOf(tree)), unreadable: unreadableRanges(tree), comments: markedComments(tree) };
}

function sourceOfPieces(text: string, pieces: readonly PlacedStatement[]): ModuleSource<PlacedStatement> {
  return {
    language: 'typescript',
    length: text.length,
    pieces,
    unreadable: [],
    comments: [],
    lower: ({ key, tree }, ids, keepsRanges) => lowerPiece(tree, key, ids, keepsRanges),
  };
}
