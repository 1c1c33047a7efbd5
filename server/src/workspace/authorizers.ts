/** What stands in front of a declared function at the gateway: an authorizer of the project, or one of the platform's own. */
import type { DeclaredAuthorizer } from '../analysis/project.js';

type Fields = Readonly<Record<string, unknown>>;

/** The handler that a function of the same file is declared with. */
export type HandlerOf = (name: string) => { readonly stem: string; readonly name: string } | null;

const none = { authorizer: null };

/** `authorizer: check`, `authorizer: { name: check, type: request }`, `authorizer: aws_iam` of an event in serverless.yml. */
export function authorizerOfEvent(event: unknown, content: unknown, handlerOf: HandlerOf): { readonly authorizer: DeclaredAuthorizer | null } {
  const given = record(event).authorizer;
  if (given === undefined || given === null) return none;
  const spec = typeof given === 'string' ? { name: given } : record(given);
  const name = text(spec.name) ?? '';
  const shared = record(record(record(record(content).provider).httpApi).authorizers)[name];
  return { authorizer: authorizerNamed(name, { ...record(shared), ...spec }, handlerOf) };
}

/** The `Auth` of an event in a template, or the one of the API that it belongs to. */
export function authorizerInTemplate(event: unknown, content: unknown, handlerOf: HandlerOf): { readonly authorizer: DeclaredAuthorizer | null } {
  const { Auth: auth, ApiId: api, RestApiId: rest } = record(event);
  const globals = record(record(content).Globals);
  const owner = record(record(record(record(content).Resources)[referred(api ?? rest) ?? '']).Properties).Auth;
  const shared = { ...record(record(globals.Api).Auth), ...record(record(globals.HttpApi).Auth), ...record(owner) };
  const name = text(record(auth).Authorizer) ?? text(shared.DefaultAuthorizer);
  if (name === null || name === 'NONE') return none;
  const spec = record(record(shared.Authorizers)[name]);
  const called = referred(spec.FunctionArn);
  return { authorizer: authorizerNamed(called ?? name, spec, handlerOf) };
}

function authorizerNamed(name: string, spec: Fields, handlerOf: HandlerOf): DeclaredAuthorizer {
  const said = `${name} ${text(spec.type) ?? ''} ${text(spec.arn) ?? ''}`;
  const isPlatforms =
    /\b(aws_iam|jwt|cognito_user_pools|cognito-idp)\b/i.test(said) || ['issuerUrl', 'UserPoolArn', 'JwtConfiguration'].some((key) => spec[key] !== undefined);
  if (isPlatforms) return { kind: 'platform', name };
  const handler = handlerOf(text(spec.functionName) ?? name);
  return handler === null ? { kind: 'unknown', name } : { kind: 'function', name, handler };
}

/** `!Ref Api`, `!GetAtt Check.Arn`, `{ 'Fn::GetAtt': ['Check', 'Arn'] }`: what is referred to. */
function referred(given: unknown): string | null {
  if (typeof given === 'string') return given.split('.')[0] ?? null;
  const { Ref: ref, 'Fn::GetAtt': attribute } = record(given);
  const [first] = Array.isArray(attribute) ? attribute : [attribute];
  return text(ref) ?? (typeof first === 'string' ? (first.split('.')[0] ?? null) : null);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}
