/** Snippets in Python, for Flask: a blueprint with a bounded raw body, and how each kind of sender is verified. */
import { headersOf, headerTitle, idPlace, megabytes, secretName, signedPrefix, verifies } from './senders.mjs';

export function pythonSnippet(sender) {
  const modules = new Set(['import os']);
  const packages = new Set(['from flask import Blueprint, abort, request']);
  const check = checks[sender.kind](sender, modules, packages);
  if (sender.kind !== 'stripe' && sender.kind !== 'twilio') modules.add('import json');
  const name = sender.isOpen ? 'inbox' : `${sender.name}_webhook`;
  const code = sender.kind === 'stripe' ? 400 : 401;
  const headers = headersOf(sender);
  const lines = [
    ...[...modules].sort(asFormatted),
    '',
    ...[...packages].sort(asFormatted),
    '',
    ...settings(sender),
    `MAX_BODY_BYTES = ${sender.megabytes}_000_000`,
    ...(check.top ?? []),
    '',
    `<<blueprint:${name}>> = Blueprint("<<blueprint>>", __name__)`,
    '',
    '',
    `@<<blueprint>>.post("<<path:/webhooks/${sender.isOpen ? 'inbox' : sender.name}>>")`,
    `def <<view:receive_${sender.isOpen ? '' : `${sender.name}_`}event>>():`,
    ...headers.map(
      ([words, header]) => `    ${local(words)} = request.headers.get("${headerStop(sender, words, header)}"${words === 'timestamp' ? ', ""' : ''})`,
    ),
    `    if ${headers.map(([words]) => (words === 'timestamp' ? 'not timestamp.isdecimal()' : `not ${local(words)}`)).join(' or ')}:`,
    `        abort(${code})`,
    '',
    '    body = b""',
    '    while chunk := request.stream.read(65_536):',
    '        body += chunk',
    '        if len(body) > MAX_BODY_BYTES:',
    '            abort(413)',
    '',
    ...check.lines.map((line) => (line === '' ? '' : `    ${line}`)),
    '',
    ...work(sender).map((line) => `    ${line}`),
  ];
  return { description: `Flask blueprint that reads the raw body (at most ${megabytes(sender)}), ${verifies(sender)}.`, lines };
}

const local = (words) => (words === 'id' ? 'delivery_id' : words);

/** Whole modules first, then names from them. */
function asFormatted(left, right) {
  const key = (line) => (line.startsWith('import ') ? `0${line}` : `1${line}`);
  return key(left) < key(right) ? -1 : 1;
}

function headerStop({ isOpen }, words, header) {
  const title = headerTitle(header).replace('Github', 'GitHub');
  return isOpen ? `<<${words}:${title}>>` : title;
}

function settings(sender) {
  const constant = { stripe: 'SIGNING_SECRET', twilio: 'AUTH_TOKEN', ed25519: 'PUBLIC_KEY' }[sender.kind] ?? 'SECRET';
  const read = (name, stop) => [
    `${name} = os.environ.get("${stop}")`,
    `if not ${name}:`,
    `    raise RuntimeError("${stop.replace(/:.*>>/, '>>')} is not set")`,
  ];
  return [...read(constant, `<<env:${secretName(sender)}>>`), ...(sender.kind === 'twilio' ? read('PUBLIC_URL', '<<url:PUBLIC_URL>>') : [])];
}

const checks = {
  stripe(_, __, packages) {
    packages.add('import stripe');
    return {
      lines: [
        'try:',
        '    event = stripe.Webhook.construct_event(body, signature, SIGNING_SECRET)',
        'except Exception:  # The class of its errors moved between versions of the package.',
        '    abort(400)',
      ],
    };
  },
  svix(_, __, packages) {
    packages.add('from svix.webhooks import Webhook, WebhookVerificationError');
    return {
      lines: [
        'try:',
        '    Webhook(SECRET).verify(',
        '        body,',
        '        {"svix-id": delivery_id, "svix-timestamp": timestamp, "svix-signature": signature},',
        '    )',
        'except WebhookVerificationError:',
        '    abort(401)',
      ],
    };
  },
  twilio(_, modules, packages) {
    modules.add('from urllib.parse import parse_qsl');
    packages.add('from twilio.request_validator import RequestValidator');
    return {
      lines: [
        'fields = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))',
        'url = PUBLIC_URL + request.full_path.rstrip("?")',
        'if not RequestValidator(AUTH_TOKEN).validate(url, fields, signature):',
        '    abort(401)',
      ],
    };
  },
  token(_, modules) {
    modules.add('import hmac');
    return { lines: ['if not hmac.compare_digest(token.encode(), SECRET.encode()):', '    abort(401)'] };
  },
  ed25519(_, modules, packages) {
    modules.add('import time');
    packages.add('from cryptography.exceptions import InvalidSignature');
    packages.add('from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey');
    return {
      lines: [
        'key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(PUBLIC_KEY))',
        'try:',
        '    key.verify(bytes.fromhex(signature), timestamp.encode() + body)',
        'except (ValueError, InvalidSignature):',
        '    abort(401)',
        '',
        'if abs(time.time() - int(timestamp)) > 300:',
        '    abort(401)',
      ],
    };
  },
  hmac(sender, modules) {
    modules.add('import hashlib').add('import hmac');
    const { recipe, toleranceSeconds } = sender.row;
    const before = signedPrefix(sender);
    const signed = before === null ? 'body' : `${before === '{timestamp}.' ? 'timestamp.encode() + b"."' : `f"${before}".encode()`} + body`;
    const mac = `hmac.new(SECRET.encode(), ${signed}, hashlib.${recipe.digest})`;
    if (recipe.encoding === 'base64') modules.add('import base64');
    const prefix = sender.isOpen ? '' : recipe.signature.format.prefix;
    const printed = recipe.encoding === 'base64' ? `base64.b64encode(${mac}.digest()).decode()` : `${mac}.hexdigest()`;
    if (before !== null) modules.add('import time');
    return {
      lines: [
        `expected = ${prefix === '' ? '' : `"${prefix}" + `}${printed}`,
        'if not hmac.compare_digest(signature.encode(), expected.encode()):',
        '    abort(401)',
        ...(before === null
          ? []
          : ['', `if abs(time.time() - int(timestamp)) > ${sender.isOpen ? '<<seconds:300>>' : (toleranceSeconds ?? 300)}:`, '    abort(401)']),
      ],
    };
  },
};

function work(sender) {
  const { kind, eventHeader, event } = sender;
  const id = idPlace(sender);
  const read = kind === 'twilio' ? 'fields.get("MessageSid")' : id.header === undefined ? `event.get("${id.field[0]}")` : local('id');
  const claimed =
    id.header === undefined
      ? sender.isOpen
        ? "the event's id"
        : kind === 'twilio'
          ? 'MessageSid'
          : `event["${id.field.join('"]["')}"]`
      : `the ${headerTitle(id.header).replace('Github', 'GitHub')} header`;
  const claim = `<<0>># Deliveries repeat: claim ${claimed} in the same transaction as the work.`;
  if (kind === 'stripe') return [`if event["type"] == "<<event:${event}>>":`, `    ${claim}`, '    pass', 'return "", 200'];
  if (kind === 'twilio') return [claim, `print("received", ${read})`, 'return "<Response/>", 200, {"Content-Type": "text/xml"}'];
  const parsed = 'event = json.loads(body)';
  if (kind === 'ed25519') return [parsed, 'if event.get("type") == 1:', '    return {"type": 1}', claim, `print("received", ${read})`, 'return {"type": 5}'];
  if (eventHeader !== undefined) {
    const header = headerTitle(eventHeader).replace('Github', 'GitHub');
    const field = eventHeader === 'x-github-event' ? 'action' : 'id';
    return [
      parsed,
      `if request.headers.get("${header}") == "<<event:${event}>>":`,
      `    ${claim}`,
      `    print("received", event.get("${field}"))`,
      'return "", 202',
    ];
  }
  const challenge = sender.id === 'slack' ? ['if event.get("type") == "url_verification":', '    return {"challenge": event.get("challenge")}'] : [];
  return [parsed, ...challenge, claim, `print("received", ${read})`, `return "", ${sender.id === 'slack' ? 200 : 202}`];
}
