/** A redirect whose target the sender names: to paths of the application only, or to hosts of a list. */
import type { Expr } from '../ir/model.js';
import { call, create, member, name, quote } from '../languages/draft.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { hostsIn } from './hosts.js';
import { refuseUnless } from './refuse-unless.js';
import type { Offer, Remedy } from './remedy.js';
import type { EndpointFacts } from './repair.js';
import { expressionAt, functionAt } from './walk.js';

const LISTED = 'redirect-own:listed';

export const redirectOwn: Remedy = {
  id: 'redirect-own',
  offers(request, _, source) {
    const facts = new Facts(request);
    const target = facts.place('argument');
    const module = target && source.module(target.path);
    if (target === undefined || module === undefined) return [];
    const known = facts.flag('isWeak') ? hostsIn(module, functionAt(module, target.range)) : [];
    const own: Offer = { id: 'redirect-own', title: 'Redirect to paths of your own only', safety: 'review' };
    return known.length > 0
      ? [{ id: LISTED, title: `Redirect to ${known.join(', ')} only`, safety: 'review' }, own]
      : [own, { id: LISTED, title: 'Redirect to hosts of a list only', safety: 'sketch' }];
  },
  write(request, offer, finding, repair) {
    const facts = new Facts(request);
    const place = facts.place('argument') ?? finding.at;
    const editor = repair.file(place.path);
    const { expr, statement } = expressionAt(editor.module, place.range) ?? decline('The target is not in reach.');
    const isSet = statement?.kind === 'assign' && statement.target.kind === 'place' && statement.target.expr === expr;
    const target = locationIn(isSet && statement.value ? statement.value : expr) ?? decline('The target is not in reach.');
    if (offer === LISTED) return listed(editor, target, facts);
    toOwnPath(editor, target, facts);
  },
};

/** `{ Location: target }`, also below `headers`. */
function locationIn(argument: Expr): Expr | undefined {
  if (argument.kind !== 'record') return argument;
  const entry = argument.entries.find(({ key }) => key !== null && /^(?:location|headers)$/i.test(key));
  return entry && locationIn(entry.value);
}

function listed(editor: FileEditor, target: Expr, facts: Facts): void {
  const known = facts.flag('isWeak') ? hostsIn(editor.module, functionAt(editor.module, target.range)) : [];
  const mark = editor.style.quote;
  const filled = { hosts: (known.length > 0 ? known : ['www.example.com']).map((host) => mark + host + mark).join(', ') };
  const address = addressIn(target);
  const isRefused = refuseUnless(
    editor,
    address,
    call(name(editor.source('allowed url', filled)), quote(address)),
    facts.optionalEndpoint(),
    'target not allowed',
    true,
  );
  if (!isRefused) decline('There is no place in front of the redirect where its target could be refused.');
}

/** `String(target)` */
function addressIn(target: Expr): Expr {
  const isText = target.kind === 'call' && target.callee.kind === 'name' && /^(?:String|str)$/.test(target.callee.name);
  return isText ? (target.args[0]?.value ?? target) : target;
}

/** Answers of the web's kind take whole addresses: the path is put behind the own one. */
const WHOLE = /^(?:Response|NextResponse)\.redirect$/;

function toOwnPath(editor: FileEditor, target: Expr, facts: Facts): void {
  const own = name(editor.source('own path'));
  const made = target.kind === 'call' && target.isNew && target.callee.kind === 'name' && target.callee.name === 'URL' ? target.args[0]?.value : undefined;
  if (made) return editor.replace(made.range, call(own, quote(made)));
  const path = call(own, quote(addressIn(target)));
  if (!WHOLE.test(facts.text('spelling') ?? '')) return editor.replace(target.range, path);
  const request = requestIn(editor, target, facts.optionalEndpoint()) ?? decline('The request, whose host the target would be on, is not in reach.');
  editor.replace(target.range, create(name('URL'), path, member(name(request), 'url')));
}

function requestIn(editor: FileEditor, target: Expr, endpoint: EndpointFacts | undefined): string | undefined {
  const fn = functionAt(editor.module, target.range);
  const isHandler = endpoint?.handler?.path === editor.path && endpoint.handler.functionId === fn.id;
  const pattern = fn.params[0]?.pattern;
  return isHandler && pattern?.kind === 'bind' ? pattern.name : undefined;
}
