/** An endpoint: one route with its ordered pipeline, put together from every file that contributes. */
import type { Expr, Range } from '../../ir/model.js';
import type { FrameworkRow, HandlerParams, Passing } from '../../knowledge/rows.js';
import type { Place } from '../finding.js';
import type { Value } from '../value.js';

export interface Endpoint {
  readonly framework: FrameworkRow;
  /** Upper case; empty when any. */
  readonly methods: readonly string[];
  /** With the prefixes of its mounts, as far as they are known. */
  readonly path: string | null;
  /** The path begins at the application: every mount above it is known. */
  readonly isWholePath?: boolean;
  /** The path that is asked for in its run, where one function serves several. */
  readonly servedAt?: string;
  /** The line that registers it: where missing things are reported. */
  readonly route: Place;
  readonly name: string;
  readonly handler: Value;
  /** As written, when it is the result of a call. */
  readonly handlerExpr: { readonly expr: Expr; readonly path: string } | null;
  readonly params: HandlerParams | null;
  /** Injected parameters by index, for controllers. */
  readonly injected: readonly (string | null)[] | null;
  readonly stages: readonly Stage[];
  /** Stages attached to the same router after the route; they never run for it. */
  readonly attachedLate: readonly Stage[];
  readonly registration: { readonly path: string; readonly call: Range; readonly handlersFrom: number } | null;
  /** A content type parser of the application keeps the exact bytes as the body. */
  readonly keepsBytes: boolean;
  /** Methods that the same router or file serves at the same path. */
  readonly siblingMethods: readonly string[];
  /** What decorators have marked the route with, by key. */
  readonly marks?: ReadonlyMap<string, Value>;
}

/** Something in front of the handler: it runs `before`, or it `wraps` what comes after it. */
export interface Stage {
  readonly kind: 'before' | 'wraps';
  /** The member of the value that runs, where the value is an object. */
  readonly member?: string;
  readonly value: Value;
  /** As written, for calls whose result only a run can tell. */
  readonly expr: Expr | null;
  readonly passes: Passing;
  readonly params: HandlerParams;
  readonly at: Place;
  /** Returning one of these lets the request through as well. */
  readonly passesOn?: readonly string[];
  /** It lets through whom one of these rows of stages lets through. */
  readonly anyOf?: readonly (readonly Stage[])[];
  /** What it is given is injected like a handler's parameter: `nestjs.Headers.x-signature`. */
  readonly isInjected?: true;
  /** It runs only for requests that have, or lack, what is named here: the sender may go around it. */
  readonly onlyWhere?: { readonly at: Place; readonly subject: string };
  /** Under which name what it returns is kept for the handler. */
  readonly keeps?: string;
}
