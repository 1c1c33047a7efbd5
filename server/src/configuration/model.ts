/**
 * `webhookproof.config.json`: what a project knows of itself and cannot be read off its code.
 *
 * These types are the one source: `server/build/configuration-schema.mjs` writes the schema from them (names, types, comments), by which files are
 * checked here and in editors, and the tables of the documentation. They are data only; nothing in a file is ever executed.
 */
import type { Scope } from '../analysis/knowledge.js';
import type { Acceptance, FrameworkRow, Proof, ProviderRow } from '../knowledge/rows.js';

export interface ConfigurationFile {
  /** The address of the schema, for editors. */
  readonly $schema?: string;
  /** Other files of this kind, by a path relative to this one. This file is added to what they say. */
  readonly extends?: string | readonly string[];
  /** Functions that verify a delivery and cannot be read from here, or that you vouch for. */
  readonly verifiers?: readonly VerifierEntry[];
  /** Endpoints whose deliveries are verified before they reach this code. */
  readonly gateways?: readonly GatewayEntry[];
  /** Further marks of a webhook endpoint. One of them is enough. */
  readonly webhooks?: WebhooksEntry;
  /** Web frameworks of your own, as rows like the built-in ones. A row with the id of a built-in one takes its place. */
  readonly frameworks?: readonly FrameworkEntry[];
  /** Senders of your own, as rows like the built-in ones. A row with the id of a built-in one takes its place. */
  readonly providers?: readonly ProviderEntry[];
  /**
   * Files and folders in which nothing is reported, as patterns relative to this file.
   * @format glob
   */
  readonly exclude?: readonly string[];
  /**
   * Rules by id: the level at which they report, or `off`; also one level for editors and one for the command line.
   * @rules
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Which endpoints are looked at for flows of the payload and for what they reveal: those of webhooks (the default), or all of them. */
  readonly scope?: Scope;
}

export type RuleLevel = 'error' | 'warning' | 'note' | 'off';
export type RuleSetting = RuleLevel | RuleLevels;
export interface RuleLevels {
  /** In editors. */
  readonly editor?: RuleLevel;
  /** On the command line, and so in CI. */
  readonly ci?: RuleLevel;
}
export type { Scope };

export interface VerifierEntry {
  /**
   * Its name as it is called: `verifyDelivery`, or with what it belongs to: `Seal.open`. A middleware, decorator, wrapper or guard class
   * is named in the same way.
   * @pattern ^[^\s.()'"]+(\.[^\s.()'"]+){0,3}$
   */
  readonly call: string;
  /** Where it comes from: a package (`@acme/hooks`, `acme.hooks`), or a file by its path relative to this one (`./src/verify`). Without it any function of this name counts. */
  readonly from?: string;
  /** What acceptance looks like: it returns true, does not throw, returns something else than null ...; or the member of the result that is then true. */
  readonly accepts: Acceptance;
  /** What it proves; the signature without it. */
  readonly proves?: readonly Proof[];
  /** The id of the sender whose deliveries it verifies. */
  readonly provider?: string;
  /** It returns a promise, so that nothing is decided without `await`. Known by itself for functions of the project. */
  readonly async?: boolean;
}

export interface GatewayEntry {
  /**
   * Patterns over routes, as `webhookproof why` prints them: `/hooks/**`.
   * @format glob
   */
  readonly paths?: readonly string[];
  /**
   * Patterns over the files that register the endpoints, relative to this file.
   * @format glob
   */
  readonly files?: readonly string[];
  /**
   * What verifies there, and where that can be looked up. It is shown by `webhookproof why`.
   * @minLength 3
   */
  readonly reason: string;
  /** What it proves; signature and freshness without it. */
  readonly proves?: readonly Proof[];
}

export interface WebhooksEntry {
  /**
   * Patterns over routes: `/partners/**`.
   * @format glob
   */
  readonly paths?: readonly string[];
  /**
   * Patterns over the files that register the endpoints, relative to this file.
   * @format glob
   */
  readonly files?: readonly string[];
  /** Names of handlers. */
  readonly functions?: readonly string[];
  /** Names of decorators on handlers or their classes. */
  readonly decorators?: readonly string[];
}

export type FrameworkEntry = Omit<FrameworkRow, 'docs' | 'writing'> & Partial<Pick<FrameworkRow, 'docs'>>;

export type ProviderEntry = Pick<ProviderRow, 'id' | 'name' | 'scheme' | 'signatureHeader'> &
  Partial<Omit<ProviderRow, 'id' | 'name' | 'scheme' | 'signatureHeader'>>;
