/** `webhookproof scan --dump-ir`: the neutral form of every file in the folders that are named. */
import { dumpModule } from '../ir/dump.js';
import { nothingLeftOut } from '../workspace/walk.js';
import { baseOf } from './places.js';
import { type SessionOptions, sessionFiles } from './session.js';
import { type Terminal, writeWhole } from './terminal.js';

export async function dumpTargets(options: Pick<SessionOptions, 'targets' | 'includeTests'>, output: string | undefined, terminal: Terminal): Promise<number> {
  const parts: string[] = [];
  for await (const { snapshot, path, address } of sessionFiles(
    { ...options, everyFile: true },
    baseOf(options.targets, terminal.cwd),
    (line) => terminal.err(`${line}\n`),
    nothingLeftOut(),
  )) {
    const module = snapshot.module(path);
    const part = `=== ${address(path)}\n${module === undefined ? `(${snapshot.problem(path) ?? 'cannot be read'})` : dumpModule(module, snapshot.text(path)).trimEnd()}\n`;
    if (output === undefined) terminal.out(part);
    else parts.push(part);
  }
  if (output !== undefined) writeWhole(output, parts.join(''));
  return 0;
}
