/**
 * A request to an address that the sender names: only to hosts of a list, over TLS, at an address that was looked at before it is dialled,
 * without redirects, for a bounded time and size. The list is the reader's to fill in, but for hosts that a weak check names.
 */
import type { Argument, CallExpr, Expr, Module } from '../ir/model.js';
import { call, literal, name, quote } from '../languages/draft.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { hostsIn } from './hosts.js';
import { moduleName } from './names.js';
import { refuseUnless } from './refuse-unless.js';
import type { Remedy } from './remedy.js';
import { expressionAt, functionAt } from './walk.js';

export const allowHosts: Remedy = {
  id: 'allow-hosts',
  offers(request, _, source) {
    const facts = new Facts(request);
    const sink = facts.place('sink');
    const module = sink && source.module(sink.path);
    if (sink === undefined || module === undefined || asker(module, expressionAt(module, sink.range)?.expr) === undefined) return [];
    const known = facts.flag('isWeak') ? hostsIn(module, functionAt(module, sink.range)) : [];
    return [
      known.length > 0
        ? { id: 'allow-hosts', title: `Ask ${known.join(', ')} only, at an address that was looked at`, safety: 'review' }
        : { id: 'allow-hosts', title: 'Ask hosts of a list only, at an address that was looked at', safety: 'sketch' },
    ];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const sink = facts.place('sink') ?? finding.at;
    const editor = repair.file(sink.path);
    const found = expressionAt(editor.module, sink.range)?.expr;
    const ask = asker(editor.module, found);
    if (found?.kind !== 'call' || ask === undefined) decline('How this client asks is not written by us.');
    if (CANNOT_PIN.test(facts.optionalEndpoint()?.framework ?? '') && editor.writer.sources['fetch allowed'])
      decline('The platform resolves names by itself, so the address that is asked cannot be looked at before.');
    const known = facts.flag('isWeak') ? hostsIn(editor.module, functionAt(editor.module, sink.range)) : [];
    const { quote: mark } = editor.style;
    const filled = { hosts: (known.length > 0 ? known : ['api.example.com']).map((host) => mark + host + mark).join(', ') };
    const address = ask(editor, found, filled);
    refuseUnless(editor, address, call(name(editor.source('allowed url', filled)), quote(address)), facts.optionalEndpoint(), 'address not allowed');
  },
};

/** Where no code of ours comes between a name and its address. */
const CANNOT_PIN = /^(?:workers|deno|convex|supabase|bun)$/;

type Filled = Readonly<Record<string, string>>;
/** Rewrites the call; gives back the expression that says whom to ask. */
type Ask = (editor: FileEditor, asking: CallExpr, filled: Filled) => Expr;

function asker(module: Module, asking: Expr | undefined): Ask | undefined {
  if (asking?.kind !== 'call' || asking.args[0] === undefined || asking.args[0].spread !== null) return undefined;
  const { callee } = asking;
  const isGlobal = callee.kind === 'name' && callee.binding === null && callee.name === 'fetch';
  const client = moduleName(module, callee) ?? '';
  if (isGlobal || /^(?:undici\.fetch|cross-fetch(?:\.fetch)?)$/.test(client)) return withFetch;
  if (/^axios\.(?:get|delete|head|options|post|put|patch)$/.test(client)) return withAxios;
  if (/^requests(?:\.(?:Session|session|sessions\.Session)\(\))?\.(?:get|post|put|patch|delete|head|options|request)$/.test(client)) return withRequests;
  return undefined;
}

// ----------------------------------------------------------------------------------------------------- the clients

function withFetch(editor: FileEditor, asking: CallExpr, filled: Filled): Expr {
  editor.replace(asking.callee.range, name(editor.source('fetch allowed', filled)));
  return (asking.args[0] as Argument).value;
}

function withAxios(editor: FileEditor, asking: CallExpr, filled: Filled): Expr {
  const verb = asking.callee.kind === 'member' ? asking.callee.property : 'get';
  const address = (asking.args[0] as Argument).value;
  const at = /^(?:post|put|patch)$/.test(verb) ? 2 : 1;
  const pinned = call(name(editor.source('pinned options', filled)));
  editor.replace(address.range, call(name(editor.source('required url', filled)), quote(address)));
  const given = asking.args[at]?.value;
  const last = asking.args.at(-1);
  if (given?.kind === 'record' && given.entries.length > 0) {
    // Behind what is there, so that it holds.
    editor.insert(given.entries.at(-1)?.value.range.end ?? given.range.start, ', ...', pinned, '');
    return address;
  }
  if (given !== undefined || asking.args.length !== at || last === undefined) decline('The options of this request are not in reach.');
  editor.insert(last.value.range.end, ', ', pinned, '');
  return address;
}

const SECOND: Readonly<Record<string, string>> = { get: 'params', options: '', post: 'data', put: 'data', patch: 'data' };

function withRequests(editor: FileEditor, asking: CallExpr, filled: Filled): Expr {
  const verb = asking.callee.kind === 'member' ? asking.callee.property : 'request';
  const helper = editor.source('request allowed', filled);
  const [first, second, third] = asking.args;
  const positional = asking.args.filter((one) => one.name === null && one.spread === null);
  editor.replace(asking.callee.range, name(helper));
  if (verb === 'request') {
    if (first?.name !== null || second?.name !== null || second.spread || positional.length > 2) decline('The arguments of this request are not in reach.');
    return second.value;
  }
  if (first?.name !== null || positional.length > 2 || third?.name === null) decline('The arguments of this request are not in reach.');
  editor.insert(first.value.range.start, '', literal(verb.toUpperCase()), ', ');
  if (positional[1]) {
    const keyword = SECOND[verb] || decline('The arguments of this request are not in reach.');
    editor.change({ start: positional[1].value.range.start, end: positional[1].value.range.start }, `${keyword}=`);
  }
  return first.value;
}
