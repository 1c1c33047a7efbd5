/** A command line with the sender's words in it: the program is started by itself, with a list of arguments. */
import type { CallExpr, Expr } from '../ir/model.js';
import { imported, literal, name, quote, text } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { importedAlone } from './imported-alone.js';
import { removeArgument, removeEntry } from './listed.js';
import { moduleName } from './names.js';
import type { Remedy } from './remedy.js';
import { joined, partsOfText, type TextPart } from './text-parts.js';
import { expressionAt } from './walk.js';

export const startWithoutShell: Remedy = {
  id: 'start-without-shell',
  offers: () => [{ id: 'start-without-shell', title: 'Start the program without a shell', safety: 'review' }],
  write(request, _, finding, repair) {
    const sink = new Facts(request).place('sink') ?? finding.at;
    const editor = repair.file(sink.path);
    const visited = expressionAt(editor.module, sink.range);
    const found = visited?.expr;
    if (found?.kind !== 'call' || visited === undefined) decline('How the command is started is not in reach.');
    const started = moduleName(editor.module, found.callee) ?? '';
    if (/^child_process\.(?:exec|execSync)$/.test(started)) return execFile(editor, found, started.endsWith('Sync'));
    if (/^child_process\.(?:spawn|spawnSync|execFile|execFileSync)$/.test(started)) return withoutOption(editor, found);
    if (/^subprocess\.(?:run|call|check_call|check_output|Popen)$/.test(started)) return withList(editor, found);
    if (started === 'os.system' && visited.above.length === 0 && visited.statement?.kind === 'evaluate') return insteadOfSystem(editor, found);
    decline('How the command is started is not written by us.');
  },
};

// ------------------------------------------------------------------------------------------------------------ Node

function execFile(editor: FileEditor, found: CallExpr, isSync: boolean): void {
  const [line] = found.args;
  if (line === undefined || found.args.some((one) => one.spread !== null)) decline('The command line is not in reach.');
  const [program, ...rest] = wordsOf(editor, line.value);
  const wanted = isSync ? 'execFileSync' : 'execFile';
  const alone = found.callee.kind === 'name' ? importedAlone(editor, found.callee, 'child_process') : undefined;
  if (alone && !editor.has(wanted)) {
    editor.change(alone, wanted);
    editor.replace(found.callee.range, name(wanted));
  } else editor.replace(found.callee.range, imported('child_process', wanted));
  editor.replace(line.value.range, program);
  editor.insert(line.value.range.end, ', ', { kind: 'list', items: rest }, '');
}

/** `spawn(program, words, { shell: true })` */
function withoutOption(editor: FileEditor, found: CallExpr): void {
  const options = found.args.at(-1)?.value;
  const shell = options?.kind === 'record' ? options.entries.find(({ key }) => key === 'shell') : undefined;
  const words = found.args[1]?.value;
  const program = found.args[0]?.value;
  if (options?.kind !== 'record' || shell === undefined || words?.kind !== 'list') decline('The options of the call are not in reach.');
  if (program?.kind !== 'literal' || typeof program.value !== 'string' || /[\s|&;<>()$`"'*?~#]/.test(program.value))
    decline('The shell is needed for more than starting one program.');
  const argument = found.args.at(-1);
  if (options.entries.length === 1 && argument) removeArgument(editor, found, argument);
  else removeEntry(editor, options, shell.value);
}

// ---------------------------------------------------------------------------------------------------------- Python

function withList(editor: FileEditor, found: CallExpr): void {
  const [line] = found.args;
  const shell = found.args.find((one) => one.name === 'shell');
  if (line === undefined || line.name !== null || line.spread !== null) decline('The command line is not in reach.');
  editor.replace(line.value.range, { kind: 'list', items: wordsOf(editor, line.value) });
  if (shell) removeArgument(editor, found, shell);
}

function insteadOfSystem(editor: FileEditor, found: CallExpr): void {
  const [line] = found.args;
  if (line === undefined || line.name !== null) decline('The command line is not in reach.');
  editor.replace(found.callee.range, imported('subprocess', 'run'));
  editor.replace(line.value.range, { kind: 'list', items: wordsOf(editor, line.value) });
  editor.change({ start: line.value.range.end, end: line.value.range.end }, ', check=False');
}

// ------------------------------------------------------------------------------------------------------------ words

/** The words of a command line, those of the sender's each within one. */
function wordsOf(editor: FileEditor, line: Expr): [Draft, ...Draft[]] {
  const parts = partsOfText(editor.module, line);
  if (parts === undefined) decline('How the command line is put together is not in reach.');
  const words: TextPart[][] = [[]];
  for (const part of joined(parts)) {
    if ('hole' in part) {
      if (isSeveral(part.hole)) decline('Several words are put into the command line as one; hand them on as the list that they are.');
      words.at(-1)?.push(part);
      continue;
    }
    if (/[|&;<>()$`"'*?~#\\\n]/.test(part.text)) decline('The command line asks more of the shell than to start one program.');
    part.text.split(/\s+/).forEach((piece, at) => {
      if (at > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push({ text: piece });
    });
  }
  const drafts = words
    .filter((word) => word.length > 0)
    .map((word): Draft => {
      const [only] = word;
      if (word.length === 1 && only && 'hole' in only) return quote(only.hole);
      return text(...word.map((part) => ('text' in part ? literal(part.text) : quote(part.hole))));
    });
  const [program, ...rest] = drafts;
  if (program === undefined || program.kind !== 'literal') decline('The sender chooses the program itself; look it up in a table of yours.');
  return [program, ...rest];
}

/** `words.join(' ')`, `" ".join(words)` */
function isSeveral(hole: Expr): boolean {
  return hole.kind === 'call' && hole.callee.kind === 'member' && hole.callee.property === 'join';
}
