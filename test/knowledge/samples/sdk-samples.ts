/** Handlers that verify with an SDK, and the ways to get past it. */
import type { ProviderRow } from '../../../server/src/knowledge/rows.js';
import { type Dialect, indented, type Program } from './dialects.js';
import { type Fault, namesOf } from './model.js';
import type { SdkCall, SdkStage } from './sdk-calls.js';

export interface Verifier {
  readonly lang: 'js' | 'python';
  readonly package: string;
  readonly provider: string;
  readonly kind: 'verifier' | 'middleware' | 'decorator' | 'unsafe-parser' | 'decoder' | 'accessor';
  readonly verifies: boolean;
  readonly result: 'throws' | 'boolean' | 'object' | 'null-on-failure' | 'returns-payload' | null;
  readonly async: boolean;
  readonly memberNames: readonly string[];
}

/** The mistakes that can be made with a call. */
export function faultsOf(verifier: Verifier, isAsync: boolean): Fault[] {
  if (!verifier.verifies) return ['parser'];
  const faults: Fault[] = isAsync ? ['not-awaited'] : [];
  if (verifier.result === 'throws') faults.push('swallowed');
  else faults.push('ignored');
  if (verifier.result === 'object') faults.push('object');
  return faults;
}

export function bySdk(dialect: Dialect, provider: ProviderRow, verifier: Verifier, sdk: SdkCall, isAsync: boolean, fault: Fault | null): Program {
  const { setting, path } = namesOf(provider);
  const isPython = dialect.language === 'python';
  const body: string[] = [];
  const uses = (word: string): boolean => new RegExp(`\\b${word}\\b`).test(sdk.call);
  if (uses('SECRET'))
    body.push(...(isPython ? [`secret = os.environ["${setting}"]`] : [`const secret = process.env.${setting};`, `if (!secret) { ${dialect.refuse(500)} }`]));
  const bind = (name: string, value: string): void => void body.push(isPython ? `${name} = ${value}` : `const ${name} = ${value};`);
  const isForm = uses('FORM');
  const isRequest = uses('REQUEST') && !uses('RAW');
  const isParsed = uses('PARSED') || (isRequest && dialect.id === 'express');
  if (isForm) bind('form', dialect.form);
  else if (isParsed) bind('payload', dialect.parsed);
  else if (!isRequest || !sdk.isEvent) {
    if (!isRequest) bind('raw', dialect.raw);
  }
  const plain = isForm ? 'form' : isParsed ? 'payload' : isRequest ? dialect.parsed : isPython ? 'json.loads(raw)' : 'JSON.parse(raw)';
  const signature = provider.signatureHeader ?? 'x-inbox-signature';
  const header = (name: string): string => (isPython ? dialect.header(name).replace(/\)$/, ', "")') : dialect.header(name));
  const call = sdk.call
    .replace(/H\('?([\w-]+)'?\)/g, (_, name: string) => header(name))
    .replace(/\bSIG\b/g, header(signature))
    .replace(/\bSECRET\b/g, 'secret')
    .replace(/\bURL\b/g, isPython ? 'os.environ["PUBLIC_URL"]' : 'process.env.PUBLIC_URL')
    .replace(/\bRAW\b/g, 'raw')
    .replace(/\bPARSED\b/g, 'payload')
    .replace(/\bFORM\b/g, 'form')
    .replace(/\bHEADERS\b/g, dialect.headers)
    .replace(/\bREQUEST\b/g, dialect.request)
    .replace(/\bCALLBACK\b/g, () => callback(dialect, fault));
  const made = isAsync && fault !== 'not-awaited' ? `await ${call}` : call;
  body.push(...(isPython ? pythonSteps(dialect, sdk, verifier, made, plain, fault) : javascriptSteps(dialect, sdk, verifier, made, plain, fault)));
  if (!sdk.hasCallback)
    body.push(isPython ? 'parcels.insert_one({"reference": event["reference"]})' : 'await parcels.insertOne({ reference: event.reference });', dialect.answer);
  return {
    path: path.replace(/^\/inbox\//, '/webhooks/'),
    parser: isForm ? 'form' : isParsed ? 'json' : isRequest ? 'none' : 'raw',
    imports: isPython ? ['import json', 'import os', '', ...sdk.imports] : sdk.imports.filter((line) => line !== ''),
    before: sdk.setup ?? [],
    body,
  };
}

function callback(dialect: Dialect, fault: Fault | null): string {
  const test = fault === null ? `if (error) { ${dialect.refuse(401)} } ` : 'if (error) { console.error(error); } ';
  return `(error, event) => { ${test}parcels.insertOne({ reference: event.reference }); ${dialect.answer} }`;
}

/** A handler behind a middleware or decorator of an SDK. */
export function behindStage(dialect: Dialect, provider: ProviderRow, sdk: SdkStage, isOff: boolean): Program {
  const isPython = dialect.language === 'python';
  return {
    path: namesOf(provider).path.replace(/^\/inbox\//, '/webhooks/'),
    parser: isPython ? 'none' : 'json',
    imports: sdk.imports,
    before: sdk.setup ?? [],
    stages: [isOff ? (sdk.off ?? '') : sdk.stage],
    body: isPython
      ? ['event = request.get_json()', 'parcels.insert_one({"reference": event["reference"]})', dialect.answer]
      : ['await parcels.insertOne({ reference: req.body.reference });', dialect.answer],
  };
}

function javascriptSteps(dialect: Dialect, sdk: SdkCall, { result, verifies }: Verifier, call: string, plain: string, fault: Fault | null): string[] {
  const refusal = `{ ${dialect.refuse(401)} }`;
  if (!verifies) return [`const event = ${call};`];
  if (sdk.hasCallback) return [`${call};`];
  if (fault === 'ignored' || (fault === 'not-awaited' && result === 'throws')) return [`${call};`, `const event = ${plain};`];
  if (result === 'throws') {
    if (fault === 'swallowed') return ['try {', `  ${call};`, '} catch (error) {', '  console.error(error);', '}', `const event = ${plain};`];
    return sdk.isEvent
      ? ['let event;', 'try {', `  event = ${call};`, '} catch {', `  ${dialect.refuse(401)}`, '}']
      : ['try {', `  ${call};`, '} catch {', `  ${dialect.refuse(401)}`, '}', `const event = ${plain};`];
  }
  if (result === 'object') {
    const tested = fault === null ? `(${call}).${sdk.member}` : `(${call})`;
    return [`if (!${tested}) ${refusal}`, `const event = ${plain};`];
  }
  if (result === 'null-on-failure' && sdk.isEvent && fault === null) return [`const event = ${call};`, `if (!event) ${refusal}`];
  return [`if (!(${call})) ${refusal}`, `const event = ${plain};`];
}

function pythonSteps(dialect: Dialect, sdk: SdkCall, { result, verifies }: Verifier, call: string, plain: string, fault: Fault | null): string[] {
  const refusal = `    ${dialect.refuse(401)}`;
  if (!verifies) return [`event = ${call}`];
  if (fault === 'ignored') return [call, `event = ${plain}`];
  if (result === 'throws') {
    if (fault === 'swallowed') return ['try:', `    ${call}`, 'except Exception as error:', '    print("unverified", error)', `event = ${plain}`];
    return sdk.isEvent
      ? ['try:', `    event = ${call}`, 'except Exception:', refusal]
      : ['try:', ...indented([call], '    '), 'except Exception:', refusal, `event = ${plain}`];
  }
  return [`if not ${call}:`, refusal, `event = ${plain}`];
}
