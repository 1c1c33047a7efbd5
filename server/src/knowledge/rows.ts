/**
 * The shapes of knowledge: what is known of frameworks, providers and libraries, as rows of data.
 *
 * This room has no logic: rows say *what* a thing is, never how it is matched. It imports nothing but these types.
 *
 * Names are canonical: the module specifier, `.` before a member, `()` for the result of a call or of `new`, with default
 * exports collapsed into the module. `stripe().webhooks.constructEvent` is the method on `new Stripe(k)` as on
 * `require('stripe')(k)`; `hmac.new().hexdigest` is Python's. A type may stand at the start in place of a construction:
 * `express.Request.body`.
 */

export type CanonicalName = string;

/** What a value is to us. A value may be several. */
export type Trait =
  /** An incoming request, whole. */
  | 'request'
  /** The exact bytes of the body (bytes or their text). */
  | 'raw-body'
  /** The body after a parser. */
  | 'parsed-body'
  /** The body serialised again from its parsed form. */
  | 're-encoded'
  /** Anything from the body, however derived. */
  | 'payload'
  | 'headers'
  | 'header'
  | 'query'
  | 'route-parameter'
  | 'cookie'
  /** A header or field that carries a proof: a signature or a token. */
  | 'signature'
  /** The method of the request. */
  | 'method'
  /** Which endpoint the request is for: its path, or what the application calls it. */
  | 'address'
  /** When it was sent, as a header or the signature says. */
  | 'timestamp'
  /** Key material: from the environment, a vault, configuration; or compared and used as such. */
  | 'secret'
  /** A setting of the process: environment, configuration object. */
  | 'environment'
  /** A keyed hash computed here. */
  | 'mac'
  /** An unkeyed hash. */
  | 'digest'
  /** Verified claims of a token. */
  | 'claims'
  | 'clock'
  | 'random'
  /** What a provider answered when it was asked about a delivery. */
  | 'call-back'
  /** The answer to a question that carried the whole delivery or its signature. */
  | 'post-back'
  /** True where whoever accepted the connection has seen proof of the sender: a client certificate that it verified. */
  | 'vouched'
  /** The exact body, decoded in a way that loses bytes. */
  | 'decoded'
  /** An exception that was not expected, or its text. */
  | 'caught'
  /** What was fetched from an address that the sender chose. */
  | 'sender-hosted'
  /** A promise whose result has not been waited for. */
  | 'promise';

/** What a guard proves when it accepts. `token` is a shared static secret, which covers no bytes of the body. */
export type Proof = 'signature' | 'freshness' | 'token' | 'identity' | 'first-delivery' | 'schema' | 'rate';

/** What acceptance looks like at the call. */
export type Acceptance =
  | 'true'
  | 'false'
  | 'no-exception'
  | 'not-null'
  | 'null'
  /** The result is an object; acceptance is this member being true. */
  | { readonly member: string };

/**
 * Where an argument stands. A number is a position. A string is
 * - `'1:sig_header'`: position 1, or the keyword `sig_header`;
 * - `'name:secret'`: the keyword alone;
 * - either of these, or a position, with members of an options record behind it: `'0.body'`, `'2:options.verify_signature'`;
 * - `'**'`: the record that is spread into the call; `'name:*'`: all keywords, as one record;
 * - any of these behind `new.`: an argument of the construction that the receiver comes from, `'new.0'` in `new Webhook(secret).verify(raw)`.
 */
export type ArgRef = number | string;

/** Calls that change the world. `answer` is the response to the sender and no effect by itself. */
export type EffectKind = 'write' | 'send' | 'fetch' | 'enqueue' | 'pay' | 'execute' | 'read' | 'log' | 'answer';

/**
 * What happening a second time for the same delivery leads to. `same` survives repetition: an upsert, a value that is set, a
 * deletion. `replaces` puts a whole item in the place of another. Without it nobody can tell.
 */
export type Repetition = 'inserts' | 'counts' | 'charges' | 'sends' | 'enqueues' | 'posts' | 'appends' | 'starts' | 'replaces' | 'same';

export interface ValueSpec {
  readonly is?: readonly Trait[];
  /** Of a moment or a span of time: what it is counted in. */
  readonly unit?: 's' | 'ms';
  /** The canonical name the value goes by from here on. */
  readonly type?: CanonicalName;
  /** Whose traits flow into the result; without it: receiver and arguments for calls, the object for members. */
  readonly from?: readonly ('receiver' | 'arguments' | number)[];
  /** The call gives nothing back: `undefined`, `None`. */
  readonly isNothing?: true;
}

/** Reading a name or member. */
export interface MemberRow extends ValueSpec {
  readonly name: CanonicalName;
  /** A record of headers whose names are all lower case: any other spelling reads nothing. */
  readonly lowerKeys?: true;
  /** Asking it for an entry that it has not raises: `os.environ['KEY']`. */
  readonly entriesRaise?: true;
  /** Reading it uses up the exact bytes: what is read of them afterwards is empty. */
  readonly drains?: true;
  /** It is the path of the endpoint that is asked for. */
  readonly isPath?: true;
  /** Printed, it shows the headers. */
  readonly showsHeaders?: true;
  /** Whether the body is bytes or already an object is said somewhere else; what the code does with it tells. */
  readonly mayBeParsed?: true;
}

export interface GuardSpec {
  readonly accepts: Acceptance;
  readonly proves: readonly Proof[];
  /** Which argument (index, or key of an options object as `0.body`) is the signed body; judged for raw bytes. */
  readonly body?: ArgRef;
  readonly signature?: ArgRef;
  readonly secret?: ArgRef;
  /** What the body argument must be. */
  readonly needs?: 'raw' | 'parsed' | 'form' | 'request';
  readonly provider?: string;
  /** A tolerance in seconds. Where it proves no freshness by itself, it does when this is given. */
  readonly tolerance?: ArgRef;
  readonly toleranceUnit?: 'ms';
  /** What switches the check of the age off, when given as the tolerance: zero and less, or nothing (`None`). */
  readonly toleranceOff?: readonly ('zero' | 'none')[];
  /** It makes a MAC with an empty key as with any other, in some version that is in use. */
  readonly takesEmptyKey?: true;
  /** The result is a promise; without `await` nothing is decided. */
  readonly isAsync?: true;
  /** The major version that made it a promise; before that the plain value was returned, so a missing `await` is no proof of a fault. */
  readonly asyncSince?: string;
  /** With the named option (argument path `0.validate`) equal to this value the guard checks nothing. */
  readonly switchedOffBy?: SwitchSpec | readonly SwitchSpec[];
  /** Without this argument the guard checks nothing. */
  readonly needsArgument?: ArgRef;
  /** Index of a callback `(error, value)`; the last argument serves too if it is a function. With one, acceptance is its first parameter being null. */
  readonly callback?: number;
}

export interface SwitchSpec {
  readonly option: string;
  readonly equals: boolean;
}

/** A token (JWT): what verifying it, or merely reading it, leaves to the caller. References are as in a guard. */
export interface TokenSpec {
  /** The list of algorithms that are taken. */
  readonly algorithms?: ArgRef;
  /** Without that list the token itself says which one is used. */
  readonly withoutAlgorithms?: 'any';
  /** Options that compare the claim. */
  readonly audience?: readonly ArgRef[];
  readonly issuer?: readonly ArgRef[];
  /** The call compares the issuer with the one sender there is. */
  readonly knowsIssuer?: true;
  /** Options that tie the token to something else: its subject, a scope, a required claim's value. */
  readonly binds?: readonly ArgRef[];
  /** Options that switch the check of the audience, or of the expiry, off. */
  readonly audienceOff?: SwitchSpec;
  readonly expiryOff?: readonly SwitchSpec[];
  /** The call looks at no claim at all, not even at the expiry. */
  readonly signatureOnly?: true;
  /** Claims are looked at when this member of the result is called, and not before. */
  readonly claimsCheckedBy?: string;
  /** What a token must say may stand where the library is configured, out of sight of the call. */
  readonly configuredElsewhere?: true;
}

/** A call, by canonical name. */
export interface CallRow {
  readonly call: CanonicalName;
  /** Other canonical names of the same call: named exports beside the default one, forks, renamed packages. */
  readonly also?: readonly CanonicalName[];
  /**
   * Also matches by these last names (`['webhooks.constructEvent', 'constructEvent']`) when the receiver cannot be named.
   * Only for names so telling that nothing else is called like this.
   */
  readonly anyReceiver?: readonly string[];
  readonly result?: ValueSpec;
  readonly guard?: GuardSpec;
  /** A parser that looks like a verifier and checks nothing. */
  readonly skipsVerification?: true;
  /** The proof is a token, which this call verifies, or reads without verifying. */
  readonly token?: TokenSpec;
  /** Looks at the claims of a token that was verified before. */
  readonly checksClaims?: true;
  /**
   * A comparison of two values, true when equal. `throwsOn` for those that throw on unequal length or type; `partial` for
   * containment and prefixes.
   */
  readonly compares?: {
    readonly left: number | 'receiver';
    readonly right: number | 'receiver';
    readonly constantTime: boolean;
    readonly partial?: true;
    /** Equal values give 0 instead of true. */
    readonly equalIs?: 'zero';
    readonly throwsOn?: 'unequal-length' | 'none-or-non-ascii';
  };
  /** Starts a keyed or plain hash; together with `finishesHash` it is done in one call. */
  readonly hash?: {
    readonly keyed: boolean;
    readonly algorithm?: ArgRef;
    readonly fixedAlgorithm?: string /** Where it stands in the call that made the key. */;
    readonly algorithmOfKey?: ArgRef;
    readonly key?: ArgRef;
    readonly message?: ArgRef;
  };
  /** Adds a message part to a hash begun before. */
  readonly absorbs?: { readonly message: number };
  /** Ends a hash: the result is a `mac` or `digest`. */
  readonly finishesHash?: { readonly encoding?: ArgRef; readonly fixedEncoding?: HashEncoding; readonly otherwise?: HashEncoding };
  /** Writes the bytes of its first argument in this encoding; what they are stays. */
  readonly encodes?: 'hex' | 'base64' | 'base64url';
  /** What it writes is a byte string, too. */
  readonly encodesTo?: 'bytes';
  /** Turns the text of its first argument into bytes: out of this encoding, or the one that an argument names (UTF-8 without it). */
  readonly decodes?: 'hex' | 'base64' | { readonly encoding: ArgRef };
  /** Turns text into values: of the exact body it makes the parsed one. */
  readonly parses?: true;
  /** Turns values into text: of the parsed body it makes a re-encoded one. */
  readonly serialises?: true;
  /** Reads a setting of the process by name; `fallback` is what it is when unset, `raises` when there is then an exception instead. */
  readonly setting?: { readonly name: ArgRef; readonly fallback?: ArgRef; readonly raises?: true };
  /** Keys are fetched from this address when they are needed. */
  readonly fetchesKeys?: ArgRef;
  /** Reads what a decorator has marked the route with, under this key. */
  readonly readsMark?: ArgRef;
  readonly effect?: EffectKind;
  readonly repeats?: Repetition;
  /** Where the text of a database statement stands: one that selects only reads. */
  readonly statement?: ArgRef;
  /** Never returns normally: raises, ends the process, or answers by raising (Flask's abort, Next's redirect). */
  readonly neverReturns?: true;
  /** Raises unless this argument is true. */
  readonly asserts?: number;
  /** Gives the function at this position back with the other arguments fixed in front. */
  readonly fixes?: number;
  /** These arguments are functions it calls at once with elements of the receiver (array methods) or with the result. */
  readonly invokes?: readonly number[];
  /** A middleware, decorator or wrapper factory with this effect on the endpoint. */
  readonly stage?: StageSpec;
}

/** How a finished hash is written; `object` is the library's own, neither text nor bytes. */
export type HashEncoding = 'hex' | 'base64' | 'base64url' | 'bytes' | 'object';

/** What a known middleware or decorator does to the endpoint it stands in front of. */
export interface StageSpec {
  /** What the request's body is afterwards. */
  readonly body?: 'raw' | 'text' | 'parsed';
  /** The option that names a callback receiving the raw bytes (`verify` of express.json). */
  readonly rawCallback?: string;
  readonly contentTypes?: readonly string[];
  readonly proves?: readonly Proof[];
  readonly provider?: string;
  /** Its arguments are stages, in this order. */
  readonly sequence?: true;
  /** The argument's members of these names are stages in front of it: `defineEventHandler({ onRequest: [check], handler })`. */
  readonly hooks?: readonly string[];
  /** It answers at an address of its own; in front of other routes it lets everything through. */
  readonly ownAddress?: true;
  /** Lets every request through unchanged (logging, cors, csrf exemption). */
  readonly harmless?: true;
  /** The call wraps this argument, a handler, and its result is the handler to register. */
  readonly wraps?: ArgRef;
  /** Without this argument it proves nothing. */
  readonly needsArgument?: ArgRef;
  /** A middleware made of those in this list, or of the arguments from here on. */
  readonly composes?: ArgRef;
  /** A plugin handed through it acts on the router that it is registered on, not on a scope of its own. */
  readonly sharesScope?: true;
  readonly switchedOffBy?: SwitchSpec | readonly SwitchSpec[];
  /** With this option a request without a token passes too; with one it is verified. */
  readonly optionalBy?: SwitchSpec;
  /** It lets in whom one of the stages in this list lets in; with the option, whom all of them do. A list in the list is the other way round. */
  readonly anyOf?: { readonly list: ArgRef; readonly all: { readonly option: string; readonly equals: string } };
  /** The member of the request that holds the verified claims afterwards: `auth`, `state.user`. */
  readonly claimsIn?: string;
}

// ------------------------------------------------------------------------------------------------ providers

export interface ProviderRow {
  readonly id: string;
  readonly name: string;
  readonly docs: string;
  readonly scheme: 'hmac' | 'ed25519' | 'ecdsa' | 'rsa' | 'jwt' | 'shared-token' | 'basic-auth' | 'certificate' | 'none';
  /** Lower case; null when the proof stands in the body. */
  readonly signatureHeader: string | null;
  readonly timestampHeader: string | null;
  readonly toleranceSeconds: number | null;
  readonly eventIdPath: string | null;
  readonly secretEnvNames: readonly string[];
  /** Lower-case header names; two signals make a provider. */
  readonly headers: readonly string[];
  readonly payloadFields: readonly string[];
  /** Words in route, file and function names that name the provider. */
  readonly words: readonly string[];
  /** Words that name the provider and half of everything else: they count where a header of its is read. */
  readonly commonWords?: readonly string[];
  /** Not one sender but a way of signing that several follow: it is meant where nothing tells them apart. */
  readonly isConvention?: true;
  /** What the proof leaves out is the body, or what matters in it: only the provider's API tells what happened. */
  readonly leavesBodyOpen?: true;
  /** The same provider has deliveries that carry no proof at all. */
  readonly hasUnsignedToo?: true;
  /** Packages whose import names the provider. */
  readonly packages: readonly string[];
  readonly sdk: { readonly node: SdkRow | null; readonly python: SdkRow | null };
  /** Weaker signatures that it still sends, or did, beside the one of the recipe. */
  readonly superseded?: readonly { readonly header: string; readonly digest: string }[];
  /** Machine form of the HMAC schemes. */
  readonly recipe: RecipeRow | null;
  /** Machine form of the schemes that are checked with a public key. */
  readonly publicKey?: PublicKeyRow;
  readonly challenge: string | null;
  /** What the proof covers and how the secret becomes a key, for people. */
  readonly signedContent?: string | null;
  readonly secretFormat?: string | null;
  readonly notes?: string | null;
  /** How sure the data is, where it is less than sure: few sources, or sources that differ. */
  readonly confidence?: 'medium' | 'low';
  /** The provider's own SDK calls. */
  readonly calls?: readonly CallRow[];
}

export interface PublicKeyRow {
  readonly algorithm: 'ed25519' | 'ecdsa' | 'rsa';
  readonly digest: string | null;
  /** How the key is written where it is shown: the bare bytes, or a whole structure. */
  readonly key: 'hex' | 'base64' | 'base64-der' | 'pem';
  readonly encoding: 'hex' | 'base64';
  /** Template of `{body}`, `{timestamp}`, `{id}`. */
  readonly message: string;
  readonly timestampUnit: 's' | 'ms' | 'rfc3339' | null;
  readonly idHeader: string | null;
}

export interface SdkRow {
  readonly package: string;
  readonly call: string;
}

export interface RecipeRow {
  readonly construction: 'hmac' | 'hash';
  readonly digest: string;
  readonly key: string;
  readonly encoding: string;
  /** Template of `{body}`, `{timestamp}`, `{id}`, `{url}` ... */
  readonly message: string;
  readonly signature: {
    readonly in: string;
    readonly name: string | null;
    readonly format: { readonly kind: string; readonly prefix?: string; readonly [more: string]: unknown };
  };
  readonly timestamp: { readonly in: string; readonly name: string | null; readonly unit: string | null };
  readonly [more: string]: unknown;
}

// ----------------------------------------------------------------------------------------------- libraries

export interface LibraryRow {
  readonly id: string;
  readonly docs: string;
  /** Packages, as installed, whose calls these are. */
  readonly packages?: readonly string[];
  readonly calls: readonly CallRow[];
  readonly members?: readonly MemberRow[];
  readonly sinks?: readonly SinkRow[];
  readonly cleaners?: readonly CleanerRow[];
}

/** What becomes of the sender's data at a place where it matters. */
export type SinkKind =
  | 'request-url'
  | 'redirect'
  | 'sql'
  | 'nosql'
  | 'command'
  | 'code'
  | 'template'
  | 'path'
  | 'dynamodb-expression'
  /** A table, collection, bucket, queue or index is named. */
  | 'resource-name'
  /** An object is found, changed or deleted by this. */
  | 'object-id'
  | 'model-write'
  /** Anything that is written, wherever in the arguments. */
  | 'stored'
  | 'prompt'
  | 'mail'
  | 'html'
  | 'log'
  | 'answer';

/** A call that does something with an argument which the sender should not decide. */
export interface SinkRow {
  readonly sink: SinkKind;
  /** Canonical names; `X().m` answers to `X.m` too. */
  readonly calls?: readonly CanonicalName[];
  /** Each of these members of each of those. */
  readonly members?: { readonly of: readonly CanonicalName[]; readonly names: readonly string[] };
  /** Last names, for receivers that cannot be named; with `on` only where the receiver is called one of these (or ends in it), in lower case. */
  readonly names?: readonly string[];
  readonly on?: readonly string[];
  /** Never where the receiver is called one of these. */
  readonly notOn?: readonly string[];
  /** What matters: an argument, or several; what the call is made on. */
  readonly argument: ArgRef | readonly ArgRef[] | 'receiver';
  /** The argument is looked through: whatever lies inside it counts. */
  readonly inside?: true;
  /** Only where this argument is one of these, texts in lower case. */
  readonly when?: { readonly argument: ArgRef; readonly is: readonly (string | number | boolean)[] };
  /** Not where this argument is given, or is one of the canonical names. */
  readonly unless?: { readonly argument: ArgRef; readonly names?: readonly CanonicalName[] };
  /** The argument that makes the call follow redirects; `off` is what it must be to follow none. */
  readonly follows?: { readonly argument: ArgRef; readonly off: readonly (string | number | boolean)[]; readonly byDefault: boolean };
  /** For messages: what is decided there, where the kind does not say it well. */
  readonly says?: string;
}

/** What a call makes of a text, as far as it takes something from the sender's choice. */
export type Cleaning =
  /** The last part of a path. */
  | 'file-name'
  /** Letters, digits and the like. */
  | 'plain'
  /** No character that means something in an address. */
  | 'url-part'
  | 'shell-word'
  | 'html'
  | 'text'
  /** A literal or an identifier for SQL. */
  | 'sql';

export interface CleanerRow {
  readonly calls: readonly CanonicalName[];
  /** Last names that are told whatever the receiver. */
  readonly names?: readonly string[];
  readonly argument: ArgRef | 'receiver';
  readonly makes: Cleaning;
}

/** An effect by convention: any call whose last name is this, unless the receiver's last name says otherwise. */
export interface EffectName {
  readonly last: string;
  readonly kind: EffectKind;
  /** Names of receivers on which the call is something else (`headers`, `params`); compared in lower case. */
  readonly unless?: readonly string[];
  /** Only on receivers with one of these names; for words as common as `add`. */
  readonly only?: readonly string[];
  readonly repeats?: Repetition;
  /** Where the text of a database statement stands: one that selects only reads, any other writes. */
  readonly statement?: ArgRef;
}

/** A call that takes an event for itself, by its last name: of several at once, one succeeds. */
export interface ClaimName {
  readonly last: string;
  readonly only?: readonly string[];
  /** What having it looks like: a true result, no earlier entry (`null`), the second of two results, a number of rows that is not zero. */
  readonly accepts: 'true' | 'null' | 'second' | 'rows' | 'no-exception';
  /** It claims only with one of these words among its arguments, or one of these options, true or with that text. */
  readonly words?: readonly string[];
  readonly options?: readonly { readonly name: string; readonly holds?: string }[];
  /** How long it holds: options and words in front of a number, with the unit. Without any of them, for ever. */
  readonly lifetime?: readonly { readonly name: string; readonly unit: 's' | 'ms' }[];
  /** Position of a lifetime in seconds. */
  readonly seconds?: number;
}

/** Calls that matter to the order of things, by their last names. */
export interface OrderNames {
  /** Nothing else that asks for the same lock goes on before it is given back. */
  readonly locks: readonly string[];
  /** What comes after stands or falls together. */
  readonly transactions: readonly string[];
  /** Makes what was written so far last. */
  readonly commits: readonly string[];
  /** Behind an insert: an entry that is there already is left as it is. */
  readonly leavesExisting: readonly string[];
  /** Behind an insert: an entry that is there already is brought up to date. */
  readonly updatesExisting: readonly string[];
  /** On what a statement or query gives: the entry, or nothing. */
  readonly firstEntry: readonly string[];
  /** Members that say how many entries were written. */
  readonly counts: readonly string[];
  /** Look-ups beside those that are effects by name. */
  readonly lookups: readonly string[];
  /** Writes that note a key and say nothing of whether it was there. */
  readonly marks: readonly { readonly last: string; readonly only?: readonly string[] }[];
  /** Options under which a queue, a provider or a mailer takes the same thing once. */
  readonly onceKeys: readonly string[];
  /** Hosts that put what is posted to them in front of people. */
  readonly messengers: readonly string[];
  /** Parts of an update that add to what is there. */
  readonly addsUp: readonly string[];
}

// ---------------------------------------------------------------------------------------------- frameworks

/** How a stage of the pipeline lets a request pass to the next one. */
export type Passing = 'calls-next' | 'calls-next-or-returns' | 'returns-nothing' | 'returns-true' | 'returns-allowance' | 'no-exception';

export interface FrameworkRow {
  readonly id: string;
  readonly name: string;
  readonly docs: string;
  /** Imports that announce it. */
  readonly packages: readonly string[];
  /** Objects on which routes are registered by calls (`app.post(...)`) or decorators (`@app.post(...)`). */
  readonly routers?: readonly RouterRow[];
  /** Endpoints that are exported functions of files at certain addresses. */
  readonly fileRoutes?: readonly FileRouteRow[];
  /** Classes whose methods are endpoints. */
  readonly controllers?: readonly ControllerRow[];
  /** Exported or passed functions that are handlers by their shape. */
  readonly entryPoints?: readonly EntryPointRow[];
  /** Exported functions of files about webhooks that take these parameters, by position or by name. */
  readonly functionsTaking?: { readonly headers: readonly string[]; readonly body: readonly string[] };
  readonly members?: readonly MemberRow[];
  readonly calls?: readonly CallRow[];
  /** Endpoints at the end of a chain that gives them an address. */
  readonly procedures?: readonly ProcedureRow[];
  /** Whatever is found is there to receive deliveries. */
  readonly isReceiver?: true;
  /** The member of the request that is its body; `body` without it. */
  readonly body?: string;
  /** The type of the request where handlers are given only parts of it. */
  readonly request?: CanonicalName;
  /** How a middleware passes on; default `calls-next`. */
  readonly middlewarePasses?: Passing;
  /** A middleware may also pass by returning without calling `next`. */
  readonly passesByReturning?: true;
  /** Chains that put middleware in front of a handler: `middy(handler).use(signed())`. */
  readonly pipelines?: readonly PipelineRow[];
  /** Functions that are called by reference: `context.runAction(internal.parcels.store, args)`. */
  readonly references?: ReferenceRow;
  /** What parameters of these names are, where nothing says so. */
  readonly parameterNames?: Readonly<Record<string, CanonicalName>>;
  /** Exports of these folders below the root are known everywhere below it, without an import. */
  readonly autoImports?: { readonly root: string; readonly folders: readonly string[] };
  /** An export whose member switches the body parser off: then the request itself is the stream of the exact bytes. */
  readonly parserSwitch?: { readonly export: string; readonly member: readonly string[] };
  /** What is in the request's body before any stage: `parsed` (a parser is always on), `unparsed` (none until one is mounted), `stream`. */
  readonly bodyBefore: 'parsed' | 'unparsed' | 'on-demand';
  /** For remedies: how a handler refuses and where it reads. Holes: `{status}`, `{text}`. */
  readonly writing?: WritingRow;
  readonly bounds?: BoundsRow;
}

/** What a framework takes by itself; without a row nothing is said. */
export interface BoundsRow {
  /** The largest body, in bytes; null where there is none. `platform`: what runs it has a limit of its own, or the reader of the body decides. */
  readonly body: number | null | 'platform';
  /** What runs it bounds how often it is called, too. */
  readonly rate?: 'platform';
  /** Names of settings that bound the body. */
  readonly settings?: readonly string[];
  /** Calls that take settings from where they cannot be read. */
  readonly settingsElsewhere?: readonly string[];
  /** Members of the request that read the body. */
  readonly reads?: readonly string[];
  /** Calls that make the application, with options that bound the body. */
  readonly created?: readonly CanonicalName[];
  /** A call holds its worker up whether it is awaited or not. */
  readonly callsBlock?: true;
  /** What a function that names the key of a limiter is handed. */
  readonly keyOf?: CanonicalName;
}

/** The canonical types of a handler's parameters, by position; null for none of our business; `next` for the continuation. */
export type HandlerParams = readonly (CanonicalName | 'next' | null)[];

export interface RouterRow {
  /** Canonical names of the constructions: `express()`, `express.Router()`. */
  readonly created: readonly CanonicalName[];
  /** Receiver names accepted when the construction is out of sight (`app`, `router`). Only together with a telling route call. */
  readonly routes: readonly RouteCallRow[];
  /** Members that add stages: `use`, `before_request`. */
  readonly stages?: readonly StageCallRow[];
  /** Members that mount another router below a prefix: `use`, `register_blueprint`, `route`. */
  readonly mounts?: readonly MountRow[];
  /** Calls that replace the body parser for every route: with the option equal to one of the values, the body stays exact. */
  readonly rawParsers?: readonly { readonly member: string; readonly option?: string; readonly values?: readonly string[] }[];
  /** Where a prefix of its own stands in the construction (`Blueprint(..., url_prefix=)`); several where constructions differ. */
  readonly prefix?: string | readonly string[];
  /** The keyword of the construction that lists decorators of everything registered on it. */
  readonly wrappedBy?: string;
  /** Constructions that stand for a whole application: what is attached to one is in front of every route whose router is out of sight. */
  readonly applications?: readonly CanonicalName[];
  /** Routers that are part of the one that their construction, or a call of one of these members, is handed first (`Api(app)`, `api.init_app(app)`). */
  readonly partOf?: { readonly created: readonly CanonicalName[]; readonly members: readonly string[] };
  readonly params: HandlerParams;
  /** Stages that a route names in its own options, by member: `preHandler`, `options.pre`. */
  readonly routeHooks?: readonly HookRow[];
  /** Options of a route that lay down what its body looks like: `schema.body`. */
  readonly bodySchemas?: readonly string[];
  /** Guards with a name: a route names its strategy, the router says what that is. */
  readonly strategies?: StrategyRow;
  /** Options of a route, or of the router's construction, that leave the exact bytes as the body. */
  readonly rawRoutes?: readonly { readonly option: string; readonly equals: string | boolean }[];
  /** What may be said behind a registration, or behind the group it lies in: `router.post(...).use(guard)`. */
  readonly behind?: BehindRow;
  /** A stage that is attached after a route runs for it too. */
  readonly stagesReachBack?: true;
  /** Other calls that return the router itself. */
  readonly chains?: readonly string[];
  /** Calls `(name, value)` that give the router a member. */
  readonly definitions?: readonly string[];
  /** A plugin that registers every file of a folder. */
  readonly autoload?: AutoloadRow;
  /** `app.post('/x', (a, b) => ...)` is its own even where neither the construction nor an import is in sight. */
  readonly byConvention?: true;
}
export interface AutoloadRow {
  readonly plugins: readonly CanonicalName[];
  /** The folder, among the arguments of the registration; and a prefix for all of it. */
  readonly folder: string;
  readonly prefix: string;
  /** With this option the folders below are no part of the path. */
  readonly plainFolders: SwitchSpec;
  /** With this option every file acts on the router itself. */
  readonly shared: SwitchSpec;
  /** With this option the file of that name acts on every plugin of its folder; with the other one also on those below. */
  readonly hooks?: { readonly file: string; readonly on: SwitchSpec; readonly below: SwitchSpec };
  /** The export of a file that says its prefix. */
  readonly ownPrefix: string;
  /** Files that may hold the registration, in the folders above, without their endings. */
  readonly registeredIn: readonly string[];
}
export interface StrategyRow {
  /** Where a route names it: text, `{ strategy }`, `{ strategies }`, or false for none. */
  readonly option: readonly string[];
  /** `scheme(name, function)`, which returns a record of functions. */
  readonly scheme: string;
  /** `strategy(name, scheme, options)`. */
  readonly strategy: string;
  /** `default(strategy)`: for routes that name none. */
  readonly fallback: string;
  /** Those of the record that run before the handler. */
  readonly methods: readonly string[];
  readonly params: HandlerParams;
}
export interface ProcedureRow {
  /** The last call of the chain, which takes the function. */
  readonly handler: string;
  /** The call whose record holds the address. */
  readonly address: { readonly member: string; readonly methods: string; readonly path: string };
  /** Calls that put a middleware in front. */
  readonly stages: string;
  readonly params: HandlerParams;
}
export interface BehindRow {
  readonly stages: readonly string[];
  readonly prefix: readonly string[];
  /** Calls that are given a function in which routes are registered. */
  readonly groups: readonly string[];
  /** The method of a middleware that is a class. */
  readonly method: string;
  /** The call that makes a table of named middlewares. */
  readonly named: string;
  /** What routes name by text is found in files. */
  readonly texts?: TextNamesRow;
}
export interface TextNamesRow {
  /** Folders of controllers, from the top of the application: `'ParcelsController.store'`. */
  readonly controllers: readonly string[];
  /** Members behind a registration that name another folder. */
  readonly folder: readonly string[];
  /** What addresses of the application's own files begin with, and the folder that it stands for. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Files that hold a table of named middlewares, and the call that it is handed to. */
  readonly tables: readonly string[];
  readonly table: string;
}
export interface HookRow {
  readonly member: string;
  readonly params: HandlerParams;
  readonly passes?: Passing;
  /** Where the function stands when the hook is a record itself. */
  readonly method?: string;
}
export interface RouteCallRow {
  readonly member: string;
  /** The handler may be given as `[Class, 'method']`; the method where none is named. */
  readonly controller?: string;
  /** The route, or a list of them, is given as a record with these members: `{ method, url, handler }`. */
  readonly record?: { readonly methods: string; readonly path: string; readonly handlers: readonly string[] };
  readonly form: 'call' | 'decorator';
  /** The first argument describes the route as a record, also through a call that is handed it: `createRoute({ method, path, middleware })`. */
  readonly described?: { readonly methods: string; readonly path: string; readonly stages: string };
  /** Upper case; or where to read them: argument index or keyword, with a default. */
  readonly methods: readonly string[] | { readonly argument: number | string; readonly default: readonly string[] };
  readonly path: number | string;
  /** Index from which on arguments are stages, the last one the handler; for decorators unused. A string names a keyword. */
  readonly handlers?: number | string;
}
export interface StageCallRow {
  readonly member: string;
  readonly form: 'call' | 'decorator' | 'either';
  /** An optional path before the stages. */
  readonly path?: number;
  /** The path is the whole path of the requests it is for, not where it begins. */
  readonly isWholePath?: true;
  /** The name of a part of the path stands there: it runs for the routes whose path has that part. */
  readonly parameter?: number;
  /** What the functions are given, where that is not what handlers are given. */
  readonly params?: HandlerParams;
  /** The first argument names the moment: those that come before the handler, with what the function is given then. */
  readonly events?: Readonly<Record<string, HandlerParams>>;
  readonly reach: 'router' | 'app';
  readonly passes?: Passing;
  /** The functions stand in a record, under these members. */
  readonly options?: readonly string[];
  /** The record that the function returns becomes members of this type. */
  readonly keeps?: CanonicalName;
}
export interface MountRow {
  readonly member: string;
  readonly path: number | string;
  readonly router: number | 'last';
  /** What is mounted is a function that is handed the router; else it is a router itself. */
  readonly by?: 'function';
  /** The function acts on the same router, not on one of its own. */
  readonly shares?: true;
  /** Members of the record in front of the function: stages for what it registers. */
  readonly options?: readonly string[];
  /** Stages of a mounted router that say so act on the one it is mounted on: by an option, or by a later call on the router. */
  readonly sharedBy?: { readonly option: string; readonly member: string; readonly values: readonly string[] };
  /** Calls on the router whose result stands for it: `app.use(router.routes())`. */
  readonly through?: readonly string[];
}
export interface FileRouteRow {
  // Globs over the project-relative path, such as app/[...]/route.ts.
  readonly files: readonly string[];
  /** Exported names that are handlers, upper case names being methods; `default`. */
  readonly exports: readonly string[];
  readonly params: HandlerParams;
  readonly methods?: readonly string[];
  /** The handler takes other parameters where the file exports a setting with one of these values. */
  readonly variants?: readonly {
    readonly export: string;
    readonly member: readonly string[];
    readonly values: readonly string[];
    readonly params: HandlerParams;
  }[];
  /** The export must be the result of one of these calls. */
  readonly madeBy?: readonly CanonicalName[];
  /** `parcels.post.ts`: the method stands in the file's name. */
  readonly methodInName?: true;
  /** `webhooks.parcels.$id.ts`: dots in the file's name are slashes, what begins with `_` is no part of the path. */
  readonly isFlat?: true;
  /** Where the file says its path itself. */
  readonly pathIn?: { readonly export: string; readonly member: readonly string[] };
  /** An exported object's member is the handler as well. */
  readonly member?: { readonly name: string; readonly params: HandlerParams };
  /** The folder that the application's files lie in; empty for the top of the project. */
  readonly root?: string;
  /** Files below the root whose exports run before each of these routes. */
  readonly middleware?: readonly MiddlewareFileRow[];
}
export interface MiddlewareFileRow {
  /** The export, and members of it, that says for which paths it runs: a pattern or a list of them, also as the `source` of a record. */
  readonly matcher?: { readonly export: string; readonly member: readonly string[] };
  /** What is returned lets the request through, by canonical name; anything else answers it. */
  readonly passesOn?: readonly CanonicalName[];
  /** Only where it is a function of the project; wrappers of libraries ask for a session, which no delivery has. */
  readonly ownOnly?: true;
  /** Without their ending; with `/` at the end, every file of that folder. */
  readonly files: readonly string[];
  readonly export: string;
  /** Every folder from the root to the route may have one. */
  readonly everyFolder?: true;
  readonly params: HandlerParams;
  readonly passes: Passing;
}
export interface ReferenceRow {
  /** Members that call what their first argument refers to. */
  readonly calls: readonly string[];
  /** The end of a generated module's address; its names stand for the files beside its folder. */
  readonly module: string;
  /** Where the function stands in the record that defines what is called. */
  readonly handler: string;
}
export interface PipelineRow {
  /** Calls that begin one; their first argument, if there is one, is the handler. */
  readonly created: readonly CanonicalName[];
  /** Members that add middleware: objects with the member `before`. */
  readonly use: readonly string[];
  readonly before: string;
  /** Members that are given the handler at last. */
  readonly finish: readonly string[];
  readonly params: HandlerParams;
  readonly passes: Passing;
}
export interface ControllerRow {
  /** What methods by name are handed. */
  readonly params?: HandlerParams;
  /** Class decorators or base classes that mark it. */
  readonly decorators?: readonly CanonicalName[];
  readonly bases?: readonly CanonicalName[];
  /** Every class of a file that imports this package, for those whose mark is an interface. */
  readonly importing?: string;
  /** The type of what the methods are called on, where that is not the class. */
  readonly self?: CanonicalName;
  /** Method decorators with their HTTP methods; or method names (`post`) for class-based views. */
  readonly routeDecorators?: Readonly<Record<CanonicalName, readonly string[]>>;
  readonly methodNames?: Readonly<Record<string, readonly string[]>>;
  /** One method serves several paths and tells them apart itself; each is an endpoint. */
  readonly servesPaths?: true;
  /** Members that register the class itself at a path: `add_resource(Class, '/x')`. */
  readonly registeredBy?: readonly string[];
  /** Class fields listing decorators that wrap every method, or, by method name, one. */
  readonly decoratorFields?: readonly string[];
  /** A method that, where the class or what it extends has it, runs in front of the method of the request. */
  readonly dispatchedBy?: string;
  /** Parameter decorators with the type of what they inject. */
  readonly paramDecorators?: Readonly<Record<CanonicalName, CanonicalName>>;
  /** Decorators naming guard classes, and the method that decides. */
  readonly guardDecorators?: Readonly<Record<CanonicalName, ClassStageRow>>;
  /** Calls that make one decorator of several. */
  readonly bundlers?: readonly CanonicalName[];
  /** Calls that make a parameter decorator of a function, with what that function is given. */
  readonly paramFactories?: Readonly<Record<CanonicalName, HandlerParams>>;
  /** The method of a class that is named in a parameter's decorator: it is handed what is injected, and may refuse. */
  readonly pipes?: { readonly method: string };
  /** Decorators `(key, value)` that mark a route. */
  readonly marks?: readonly CanonicalName[];
  /** What the application around the controllers puts in front of them. */
  readonly application?: ApplicationRow;
}
/** A class whose method stands in front of an endpoint. */
export interface ClassStageRow {
  readonly method: string;
  readonly params: HandlerParams;
  readonly passes: Passing;
}
export interface ApplicationRow {
  /** Canonical names of the application. */
  readonly created: readonly CanonicalName[];
  /** Calls on it whose arguments guard every endpoint. */
  readonly globalCalls: Readonly<Record<string, ClassStageRow>>;
  /** Tokens under which a module provides what guards every endpoint. */
  readonly globalProviders: Readonly<Record<CanonicalName, ClassStageRow>>;
  /** The call on it that adds plain middlewares, after an optional path. */
  readonly use?: ClassStageRow & { readonly member: string };
  /** The member of a module's description that lists other modules. */
  readonly imports?: string;
  /** `consumer.apply(Middleware).forRoutes(Controller)`. */
  readonly bound?: ClassStageRow & {
    readonly apply: string;
    readonly to: string;
    readonly except: string;
    /** Names of methods, in front of the method itself: `RequestMethod.POST`. */
    readonly methods: CanonicalName;
  };
}
export interface EntryPointRow {
  /** Exported names (`handler`), or callers that take the function (`http.createServer` with its argument index). */
  readonly exports?: readonly string[];
  readonly passedTo?: PassedToRow;
  /** Names of top-level functions, where a module has no exports of its own. */
  readonly functions?: readonly string[];
  /** Also exports that a deployment file of the project names as handlers. */
  readonly declared?: true;
  /** One function serves several paths and tells them apart itself; each is an endpoint. */
  readonly servesPaths?: true;
  /** Only in files of this folder; what follows it is the path. */
  readonly below?: string;
  /** The member that is a table of paths: a handler, or a handler for each method. */
  readonly routes?: string;
  /** For exported names: the first parameter must be called like this, or be taken apart into these; empty takes any. */
  readonly takes?: { readonly named: readonly string[]; readonly fields?: readonly string[]; readonly atLeast?: number };
  /** The default export's member that is the handler (`fetch` of a Worker). */
  readonly member?: string;
  readonly params: HandlerParams;
}
export interface PassedToRow {
  readonly call: CanonicalName;
  readonly argument: number;
  /** Only calls with this literal argument. */
  readonly when?: { readonly argument: number; readonly equals: string };
  /** Where the path stands, else a name that may tell; and a list of methods. */
  readonly path?: ArgRef;
  readonly name?: ArgRef;
  /** What it is exported as is its path. */
  readonly exportIsPath?: true;
  readonly methods?: ArgRef;
}
export interface WritingRow {
  readonly rawBody: string;
  readonly header: string;
  readonly refuse: string;
}
