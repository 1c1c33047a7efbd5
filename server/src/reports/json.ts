/** Findings as JSON in a shape of our own that stays as it is; see `format` for its version. */
import type { Place } from '../analysis/finding.js';
import { type Lines, linesOf } from './lines.js';
import { levelOf, type ScanResult } from './model.js';

export function jsonReport(result: ScanResult): string {
  const lines = linesOf((address) => result.text(address));
  const place = (at: Place): unknown => placeJson(at, lines(at.path));
  const findingJson = ({
    rule,
    variant,
    certainty,
    message,
    at,
    because,
    endpoints,
  }: ScanResult['suppressed'][number]['finding']): Record<string, unknown> => ({
    rule,
    variant,
    certainty,
    message,
    ...placeJson(at, lines(at.path)),
    because: because.map((step) => ({ message: step.message, ...placeJson(step.at, lines(step.at.path)) })),
    endpoints: endpoints.map(place),
  });
  const report = {
    format: 1,
    tool: { name: 'webhookproof', version: result.toolVersion },
    findings: result.findings.map(({ finding, remedies }) => ({
      level: levelOf(finding),
      ...findingJson(finding),
      remedies: remedies.map(({ title, safety }) => ({ title, safety })),
    })),
    suppressed: result.suppressed.map(({ finding, reason }) => ({ level: levelOf(finding), ...findingJson(finding), reason })),
    endpoints: result.endpoints.map((endpoint) => ({
      framework: endpoint.framework,
      methods: endpoint.methods,
      route: endpoint.path,
      name: endpoint.name,
      provider: endpoint.provider,
      webhook: endpoint.webhook,
      verdict: endpoint.verdict,
      evidence: endpoint.evidence,
      ...placeJson(endpoint.at, lines(endpoint.at.path)),
    })),
    problems: result.problems,
    filesSeen: result.filesSeen,
    leftOut: result.leftOut,
    ...(result.stats === undefined ? {} : { stats: result.stats }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function placeJson({ path, range }: Place, lines: Lines): Record<string, unknown> {
  return { path, start: lines.position(range.start), end: lines.position(range.end) };
}
