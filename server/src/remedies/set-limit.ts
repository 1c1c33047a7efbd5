/** The setting of an application that bounds its bodies, and for releases that do not keep to it a hook in front of every request. */
import { and, assign, call, evaluate, imported, index, literal, member, name, or, quote, when } from '../languages/draft.js';
import { standingOf } from '../languages/enclosing.js';
import type { Draft, DraftFunction } from '../languages/writer.js';
import { decline } from './decline.js';
import type { Facts } from './facts.js';
import { bodyLimit } from './limits.js';
import { importsPackage } from './names.js';
import type { RemedySource, Repair } from './repair.js';

export function setLimit(repair: Repair, facts: Facts, isOlder: boolean): void {
  const setting = facts.text('setting') ?? decline('The rule did not say which setting is missing.');
  const created = facts.place('created') ?? decline('Where the application is made is not in reach.');
  const editor = repair.file(created.path);
  const standing = standingOf(editor.module, created.range);
  const statement = standing?.list[standing.at];
  if (statement?.kind !== 'assign' || statement.target.kind === 'fields' || statement.target.kind === 'items' || statement.value?.kind !== 'call')
    decline('The application is made in the middle of something else; give it a name first.');
  const application: Draft = statement.target.kind === 'bind' ? name(statement.target.name) : quote(statement.target.expr);
  const pack = importsPackage(editor.module, 'quart') ? 'quart' : 'flask';
  const set = assign(index(member(application, 'config'), literal(setting)), bodyLimit);
  const refuse = isOlder
    ? [evaluate(call(member(application, 'before_request'), name(editor.helper('refuse large body', (own) => refusing(own, pack), statement.range))))]
    : [];
  editor.after(statement.range, [set, ...refuse]);
}

/** One that says no length beforehand may go on for ever. */
function refusing(own: string, pack: string): DraftFunction {
  const request = imported(pack, 'request');
  const abort = (status: number): ReturnType<typeof evaluate> => evaluate(call(imported(pack, 'abort'), literal(status)));
  const length = member(request, 'content_length');
  const isUnsaid: Draft = { kind: 'binary', op: 'in', left: literal('Transfer-Encoding'), right: member(request, 'headers') };
  return {
    name: own,
    params: [],
    body: [
      when(and({ kind: 'unary', op: 'not', operand: length }, isUnsaid), [abort(411)]),
      when(
        { kind: 'binary', op: '>', left: or(length, literal(0)), right: index(member(imported(pack, 'current_app'), 'config'), literal('MAX_CONTENT_LENGTH')) },
        [abort(413)],
      ),
    ],
  };
}

/** The project asks for a release whose requests keep to the setting however they are read. */
export function boundsEveryRead(source: RemedySource, from: string): boolean {
  const folders = from.split('/').slice(0, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders
      .slice(0, depth)
      .map((one) => `${one}/`)
      .join('');
    for (const manifest of ['requirements.txt', 'pyproject.toml', 'Pipfile', 'poetry.lock', 'uv.lock']) {
      const text = source.text(folder + manifest);
      if (text === undefined) continue;
      const said = /\b(?:flask|werkzeug)\b["']?[^\n\d]{0,40}?(?:==|>=|~=|\^|version = ")\s*v?(\d+)\.(\d+)/i.exec(text);
      if (said) return Number(said[1]) > 2 || (Number(said[1]) === 2 && Number(said[2]) >= 3);
    }
  }
  return false;
}
