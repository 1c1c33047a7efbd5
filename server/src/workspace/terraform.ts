/**
 * Functions that Terraform deploys, with the routes and authorizers in front of them. Its files are read as text, block by block:
 * what refers to what is told by names, and expressions that would have to be computed are left alone.
 */
import type { DeclaredAuthorizer } from '../analysis/project.js';
import type { DeclaredFunction } from './deployments.js';
import { joinPaths } from './paths.js';

interface Block {
  readonly type: string;
  readonly name: string;
  /** The text of each argument at the block's own level. */
  readonly args: ReadonlyMap<string, string>;
}

/** What the files of one folder declare together. */
export function terraformFunctions(texts: readonly string[], folder: string): DeclaredFunction[] {
  const blocks = texts.flatMap(blocksOf);
  return blocks.filter((one) => one.type === 'aws_lambda_function').flatMap((one) => declared(one, blocks, folder));
}

function declared(lambda: Block, blocks: readonly Block[], folder: string): DeclaredFunction[] {
  const meant = handlerOf(lambda, blocks, folder);
  if (meant === null) return [];
  const refers = (type: string, key: string): Block[] => blocks.filter((one) => one.type === type && referred(one, key) === lambda.name);
  const routes = refers('aws_apigatewayv2_integration', 'integration_uri').flatMap((to) =>
    blocks.filter((one) => one.type === 'aws_apigatewayv2_route' && referred(one, 'target') === to.name),
  );
  const methods = refers('aws_api_gateway_integration', 'uri').flatMap((to) =>
    blocks.filter((one) => one.type === 'aws_api_gateway_method' && ['resource_id', 'http_method'].every((key) => sameResource(one, to, key))),
  );
  const urls = refers('aws_lambda_function_url', 'function_name');
  const opened = [...routes, ...methods, ...urls];
  const isQueues = refers('aws_lambda_event_source_mapping', 'function_name').length > 0;
  const base = { ...meant, isHttp: opened.length > 0 || !isQueues };
  if (opened.length === 0) return [{ ...base, path: null, method: null, authorizer: null }];
  return opened.map((one) => ({ ...base, ...routeOf(one), authorizer: authorizerOf(one, blocks, folder) }));
}

/** `handler = "hooks.receive"`, in the folder or beside the file that is packed. */
function handlerOf(lambda: Block, blocks: readonly Block[], folder: string): { readonly stem: string; readonly name: string } | null {
  const [, file, name] = /^(.+)\.(\w+)$/.exec(literal(lambda.args.get('handler')) ?? '') ?? [];
  const packed = ['filename', 'source_code_hash'].map((key) => referred(lambda, key)).find((one) => one !== null);
  const archive = blocks.find((one) => one.type === 'archive_file' && one.name === packed);
  const code = place(archive?.args.get('source_dir')) ?? place(archive?.args.get('source_file'))?.replace(/\/?[^/]*$/, '');
  const stem = file === undefined || code === undefined ? undefined : joinPaths(folder, `${code === '' ? '' : `${code}/`}${file}`);
  return stem === undefined || name === undefined ? null : { stem, name };
}

function routeOf(block: Block): Pick<DeclaredFunction, 'path' | 'method'> {
  const [verb = '', path] = (literal(block.args.get('route_key')) ?? literal(block.args.get('http_method')) ?? '').split(/\s+/);
  return { path: path ?? null, method: /^(POST|PUT|PATCH|DELETE|GET)$/.test(verb) ? verb : null };
}

function authorizerOf(block: Block, blocks: readonly Block[], folder: string): DeclaredAuthorizer | null {
  const kind = literal(block.args.get('authorization_type')) ?? literal(block.args.get('authorization')) ?? 'NONE';
  if (kind === 'NONE') return null;
  const name = referred(block, 'authorizer_id') ?? kind;
  if (kind !== 'CUSTOM') return { kind: 'platform', name };
  const authorizer = blocks.find((one) => one.name === name && /^aws_(apigatewayv2|api_gateway)_authorizer$/.test(one.type));
  const lambda = authorizer && blocks.find((one) => one.type === 'aws_lambda_function' && one.name === referred(authorizer, 'authorizer_uri'));
  const handler = lambda ? handlerOf(lambda, blocks, folder) : null;
  return handler === null ? { kind: 'unknown', name } : { kind: 'function', name, handler };
}

function sameResource(method: Block, integration: Block, key: string): boolean {
  const [left, right] = [method.args.get(key), integration.args.get(key)];
  // `http_method = aws_api_gateway_method.post.http_method`
  return left === right || (right !== undefined && referred(integration, key) === method.name);
}

/** The name of the resource in an argument: `aws_lambda_function.hooks.invoke_arn`. */
function referred(block: Block, key: string): string | null {
  return /\b(?:aws_\w+|archive_file)\.([\w-]+)/.exec(block.args.get(key) ?? '')?.[1] ?? null;
}

function literal(text: string | undefined): string | undefined {
  return /^"([^"$]*)"$/.exec(text ?? '')?.[1];
}

/** A path in the project: `"${path.module}/../src"`. */
function place(text: string | undefined): string | undefined {
  return /^"(?:\$\{path\.(?:module|root)\}\/?)?([^"$]*)"$/.exec(text ?? '')?.[1]?.replace(/\/$/, '');
}

function blocksOf(text: string): Block[] {
  const found: Block[] = [];
  for (const { 1: type = '', 2: name = '', index, 0: head } of text.matchAll(/^(?:resource|data)[ \t]+"(\w+)"[ \t]+"([\w-]+)"[ \t]*\{/gm)) {
    const args = new Map<string, string>();
    let open = 1;
    for (const line of text.slice(index + head.length).split('\n')) {
      const [, key, value] = /^\s*(\w+)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
      if (open === 1 && key !== undefined && value !== undefined) args.set(key, value);
      const plain = line.replace(/"[^"]*"/g, '').replace(/(#|\/\/).*$/, '');
      open += (plain.match(/[{[(]/g)?.length ?? 0) - (plain.match(/[}\])]/g)?.length ?? 0);
      if (open <= 0) break;
    }
    found.push({ type, name, args });
  }
  return found;
}
