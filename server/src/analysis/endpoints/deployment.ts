/** An endpoint that does nothing but fetch new code and start it again is there for the deliveries of a code host. */
import type { CallExpr, Expr, FunctionNode } from '../../ir/model.js';
import { expressionsIn } from './walk.js';

/** The command that brings new code, as it is written; null where there is none. */
export function deploysWith(fn: FunctionNode): string | null {
  for (const expr of expressionsIn(fn)) {
    if (expr.kind !== 'call') continue;
    const last = nameOf(expr.callee);
    if (last === 'pull' && expr.callee.kind === 'member' && /^(origin|repo|repository|git|remote)s?$/i.test(nameOf(expr.callee.object))) return 'git pull';
    const command = runners.test(last) ? textOf(expr) : '';
    if (/\bgit\s+(pull|fetch|reset|checkout)\b/.test(command) || /(^|[\s/])deploy(ment)?\.(sh|py|bash)\b/.test(command)) return command.slice(0, 40);
  }
  return null;
}

const runners = /^(exec|execSync|execFile|execFileSync|spawn|spawnSync|execa|execaCommand|command|run|call|check_call|check_output|Popen|system|popen)$/;

function nameOf(expr: Expr): string {
  return expr.kind === 'name' ? expr.name : expr.kind === 'member' ? expr.property : '';
}

/** The literal words of a command: one text, a list, or a program with a list. */
function textOf(call: CallExpr): string {
  const words: string[] = [];
  const add = (expr: Expr): void => {
    if (expr.kind === 'literal' && typeof expr.value === 'string') words.push(expr.value);
    else if (expr.kind === 'list') expr.items.forEach(add);
  };
  for (const { value } of call.args) add(value);
  return words.join(' ');
}
