/**
 * A test of one endpoint as plain data: how its handler is reached, what its sender signs, what a delivery looks like. Each language
 * room prints it for the runners it knows, in the style of the handler's file.
 */

export interface TestPlan {
  /** The route as it is told of: `POST /webhooks/github`. */
  readonly title: string;
  /** Whose deliveries these are. */
  readonly sender: string;
  readonly runner: Runner;
  readonly subject: Subject;
  readonly method: string;
  /** What is asked for, with something in place of its parameters. */
  readonly path: string;
  /** What the handler must find set when it is loaded. */
  readonly settings: readonly Setting[];
  readonly signing: Signing;
  /** Headers beside those of the signature. */
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Json;
  /** Where a delivery carries the id that is the same when it is repeated. */
  readonly id: { readonly in: 'header'; readonly name: string } | { readonly in: 'body'; readonly keys: readonly string[] } | null;
}

export type Runner = 'vitest' | 'jest' | 'mocha' | 'node:test' | 'pytest';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * How a test reaches the handler. `server`: an application or a listener that a server is started with. `starts`: the file starts its
 * server when it is loaded. `router`: goes into an application of its own. `plugin`: is registered on one. `inject` and `request`: an
 * application that takes requests without a server. `function`: called with a Request. `event`: called with the event of a
 * function host. `client`: an application with a test client.
 */
export type Way = 'server' | 'starts' | 'router' | 'plugin' | 'inject' | 'request' | 'function' | 'event' | 'client';

export interface Subject {
  readonly way: Way;
  /** As the test imports it. */
  readonly module: string;
  /** The name to import; `default` for the default export or the whole of `module.exports`. Unused where loading the file is all. */
  readonly name: string;
  /** Called to get what is wanted. */
  readonly isFactory?: true;
  /** The member of what is imported that is meant: `fetch` of a default export. */
  readonly member?: string;
  /** What it is registered on or put into: `express`, `fastify`. */
  readonly host?: string;
  /** Called with a record that has the request in it. */
  readonly takesRecord?: true;
  /** Called with something behind the request: the route's parameters, or the settings of a worker. */
  readonly second?: 'parameters' | 'settings';
  /** The kind of request it asks for, where that is not the platform's own. */
  readonly requestType?: { readonly name: string; readonly module: string };
}

export interface Setting {
  readonly name: string;
  /** Of the process, or of the application's own configuration. */
  readonly in: 'environment' | 'configuration';
  /** The secret, or text that only has to be there. */
  readonly value: 'secret' | { readonly text: string };
}

export type Signing = TokenSigning | HmacSigning;

/** A shared token, sent as it is. */
export interface TokenSigning {
  readonly kind: 'token';
  readonly header: string;
}

export interface HmacSigning {
  readonly kind: 'hmac';
  readonly header: string;
  readonly digest: string;
  /** How the secret is written: as it is, or as encoded bytes, perhaps behind `whsec_`. */
  readonly key: 'utf8' | 'hex' | 'base64' | 'whsec-base64';
  /** With `{body}`, `{timestamp}` and `{id}`. */
  readonly message: string;
  readonly encoding: 'hex' | 'base64' | 'base64url';
  readonly format: SignatureFormat;
  readonly timestamp: { readonly header: string | null; readonly unit: 's' | 'ms' } | null;
  readonly idHeader: string | null;
  /** Seconds after which a delivery is too old for any handler. */
  readonly tooOld: number;
}

export type SignatureFormat =
  | { readonly kind: 'plain'; readonly prefix: string }
  /** `t=1,v1=abc` */
  | { readonly kind: 'pairs'; readonly separator: string; readonly between: string; readonly timestampKey: string | null; readonly signatureKey: string }
  /** `v1,abc` */
  | { readonly kind: 'tagged'; readonly tag: string; readonly between: string };
