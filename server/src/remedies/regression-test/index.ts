/**
 * The regression test of an endpoint: a new file that sends it what its sender would send, and what an attacker makes of that. It is
 * planned here as data and printed by the language's writer; it never takes the place of a file that is there.
 */
import type { EndpointSummary } from '../../analysis/endpoint-summary.js';
import type { ProviderRow } from '../../knowledge/rows.js';
import { writerFor } from '../../languages/writers.js';
import { Decline, decline } from '../decline.js';
import type { RemedySource } from '../repair.js';
import { shortName } from '../verify-with-hmac.js';
import { sampleFor } from './payload.js';
import { dottedName, modulePlace, namesIn, scriptPlace, scriptSpecifier, type TestPlace } from './place.js';
import { senderOf } from './sender.js';
import { settingsOf } from './settings.js';
import { idOf, signingOf } from './signing.js';
import { isReachable, reach } from './subject.js';

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

export interface TestOffer {
  readonly title: string;
}

/** Undefined where there is nothing to test against: no deliveries come here, or it is not known how their sender signs. */
export function testOffer(endpoint: EndpointSummary, source: RemedySource): TestOffer | undefined {
  const module = source.module(endpoint.at.path);
  const writer = module && writerFor(module.language);
  if (!endpoint.webhook || writer === undefined || !isReachable(endpoint.framework, writer.importsBy)) return undefined;
  try {
    signingOf(senderOf(endpoint, source));
  } catch (error) {
    if (error instanceof Decline) return undefined;
    throw error;
  }
  return { title: `Add a regression test (${placeOf(endpoint, source).runner})` };
}

/** The file, or why there is none. Never throws. */
export function regressionTest(endpoint: EndpointSummary, source: RemedySource): NewFile | { readonly declined: string } {
  try {
    return written(endpoint, source);
  } catch (error) {
    return { declined: error instanceof Decline ? error.message : `This test could not be written: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function written(endpoint: EndpointSummary, source: RemedySource): NewFile {
  const path = endpoint.at.path;
  const module = source.module(path);
  const text = source.text(path);
  const writer = module && writerFor(module.language);
  if (module === undefined || text === undefined || writer === undefined) return decline(`${path} cannot be read.`);
  if (!isReachable(endpoint.framework, writer.importsBy)) return decline('Tests are not written for this framework in this language yet.');
  const provider = senderOf(endpoint, source);
  const signing = signingOf(provider);
  const reached = reach(endpoint, source);
  const place = placeOf(endpoint, source);
  const route = asked(reached.route ?? endpoint.path ?? '/');
  const method = endpoint.methods.find((one) => one !== 'GET' && one !== 'HEAD' && one !== '*') ?? 'POST';
  const title = endpoint.path === null ? endpoint.name : `${method} ${endpoint.path}`;
  const { payload, headers } = sampleFor(endpoint, provider, source);
  const printed = writer.test(
    { path, text, module },
    {
      title,
      sender: provider.isConvention ? 'the sender' : shortName(provider),
      runner: place.runner,
      subject: {
        ...reached.subject,
        module: writer.importsBy === 'name' ? dottedName(reached.path, place, source) : scriptSpecifier(reached.path, place, source),
      },
      method,
      path: route,
      settings: settingsOf(endpoint.handler?.path ?? path, provider, endpoint.keySetting, source),
      signing,
      headers,
      payload,
      id: idOf(provider),
    },
  );
  if (printed === undefined) return decline('Tests are not written for this framework in this language yet.');
  return { path: freePath(endpoint, provider, place, title, source), text: printed };
}

function placeOf(endpoint: EndpointSummary, source: RemedySource): TestPlace {
  const { path } = endpoint.at;
  const module = source.module(path);
  return module && writerFor(module.language)?.importsBy === 'name' ? modulePlace(path, source) : scriptPlace(path, source);
}

/** A route with something in place of its parameters. */
function asked(route: string): string {
  const path = route.replace(/:\w+[?*+]?|\{\w+\}|\[\.{0,3}\w+\]|<(?:\w+:)?\w+>/g, '1').replace(/\*+\w*/g, '1');
  return path.startsWith('/') ? path : `/${path}`;
}

/** A name that no file has; declines where one of them tests this endpoint already. */
function freePath(endpoint: EndpointSummary, provider: ProviderRow, { folder, runner }: TestPlace, title: string, source: RemedySource): string {
  const { path } = endpoint.at;
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  const subject = provider.isConvention ? base : provider.id;
  const taken = new Set(namesIn(source, folder));
  for (let number = 1; ; number++) {
    const count = number === 1 ? '' : `${number}`;
    const name =
      runner === 'pytest'
        ? `test_${subject.replace(/\W+/g, '_')}_webhook${count}.py`
        : `${subject}-webhook${count}.test${/\.[cm]?[jt]s/.exec(path)?.[0] ?? '.ts'}`;
    const text = source.text(folder + name);
    if (text === undefined && !taken.has(name)) return folder + name;
    if (text?.includes(title)) return decline(`${folder}${name} tests this endpoint already.`);
  }
}
