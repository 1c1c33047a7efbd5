/** The provider's own package: it knows its scheme, and goes on knowing it when the scheme changes. */
import type { RemedyRequest } from '../analysis/finding.js';
import { providerById } from '../knowledge/index.js';
import { declarePackage, isDeclared } from './declarations.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import { importsPackage } from './names.js';
import type { Remedy } from './remedy.js';
import type { EndpointFacts, RemedySource, Repair } from './repair.js';
import { type SdkCheck, sdkChecks } from './sdks.js';
import { canVerify, checkOf, putFirst, rawBodyOf, secretOf } from './verify.js';

export const verifyWithSdk: Remedy = {
  id: 'verify-with-sdk',
  offers(request, _, source) {
    const endpoint = new Facts(request).optionalEndpoint();
    if (!endpoint || !canVerify(endpoint)) return [];
    return checksFor(request, endpoint, source)
      .slice(0, 1)
      .map(({ sdk, installed }) => ({
        id: 'verify-with-sdk',
        title: sdk.title,
        safety: installed ? ('review' as const) : ('sketch' as const),
        ...(installed ? {} : { later: true as const }),
      }));
  },
  write(request, _, __, repair) {
    const endpoint = new Facts(request).endpoint();
    const [best] = checksFor(request, endpoint, repair.source);
    if (best === undefined) decline('There is no official package that verifies these deliveries in this language.');
    write(repair, endpoint, best.sdk);
  },
};

interface Candidate {
  readonly sdk: SdkCheck;
  readonly installed: boolean;
}

function checksFor(request: RemedyRequest, endpoint: EndpointFacts, source: RemedySource): Candidate[] {
  if (endpoint.ownProvider !== null) return [];
  const provider = new Facts(request).text('provider') ?? endpoint.provider;
  const path = endpoint.handler?.path ?? endpoint.route.path;
  const module = source.module(path);
  const candidates = sdkChecks
    .filter((sdk) => sdk.provider === provider && sdk.language === module?.language)
    .map((sdk) => ({ sdk, installed: isAtHand(sdk.package, path, source) }));
  return [...candidates.filter((one) => one.installed), ...candidates.filter((one) => !one.installed)];
}

/** Imported here, or a dependency of a package around the file. */
function isAtHand(pack: string, path: string, source: RemedySource): boolean {
  const module = source.module(path);
  return (module !== undefined && importsPackage(module, pack)) || isDeclared(pack, path, source);
}

function write(repair: Repair, endpoint: EndpointFacts, sdk: SdkCheck): void {
  const check = checkOf(repair, endpoint);
  declarePackage(repair, check.handler.editor.path, sdk);
  if (sdk.signs === 'form') {
    const form = check.framework.formBody?.(repair, check.handler) ?? decline('Signed forms are not written for this framework yet.');
    putFirst(check, [...form.before, ...sdk.writeForm({ check, form }), ...form.adopt()]);
    return;
  }
  const { secret, statements } = secretOf(check, providerById(sdk.provider));
  const raw = rawBodyOf(repair, check);
  const { statements: verified, event } = sdk.write({ repair, check, raw, secret });
  putFirst(check, [...statements, ...raw.before, ...verified, ...raw.adopt(event)], raw.at);
}
