/** Keeps the parser's second tries within measure. */
import { ts } from './compiler.js';

/**
 * Runs one parse and throws when it makes far more names than the text can hold. The parser reads `async (`, `a<`, `(a = ` and
 * others twice, as one thing and then as another, each time with all that is inside: forty of them nested take hours. It asks
 * the compiler's allocator for its constructors at the start of each parse; that is the one place where it can be stopped.
 */
export function withinMeasure<T>(textLength: number, parse: () => T): T {
  const { objectAllocator } = ts as typeof ts & { readonly objectAllocator?: ObjectAllocator };
  if (objectAllocator === undefined) return parse();
  const { getIdentifierConstructor } = objectAllocator;
  const Counted = counted(getIdentifierConstructor);
  left = namesPerCharacter * textLength + 20_000;
  objectAllocator.getIdentifierConstructor = () => Counted;
  try {
    return parse();
  } finally {
    objectAllocator.getIdentifierConstructor = getIdentifierConstructor;
  }
}

/** Real files have one name for four characters or more, and few are read twice. */
const namesPerCharacter = 4;

let left = 0;
let madeOnce: NodeConstructor | undefined;

/** One class for all parses: names that came from different ones have the same shape. */
function counted(getIdentifierConstructor: () => NodeConstructor): NodeConstructor {
  madeOnce ??= class extends getIdentifierConstructor() {
    constructor(kind: ts.SyntaxKind, start: number, end: number) {
      super(kind, start, end);
      left -= 1;
      if (left < 0) throw new RangeError('The parser tries too many readings of this text.');
    }
  };
  return madeOnce;
}

type NodeConstructor = new (kind: ts.SyntaxKind, start: number, end: number) => ts.Node;

interface ObjectAllocator {
  getIdentifierConstructor: () => NodeConstructor;
}
