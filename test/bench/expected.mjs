/** A run that does not find what is there has measured nothing: it fails, however fast it was. */
export function expectFindings(wants, found, what) {
  const missing = wants.filter((want) => !found.some(({ line, rule }) => line === want.line && rule === want.rule));
  if (missing.length === 0) return;
  const words = missing.slice(0, 3).map(({ line, rule }) => `${rule} in line ${line + 1}`);
  throw new Error(`${what}: ${missing.length} of ${wants.length} findings are missing (${words.join(', ')})`);
}

/** Findings of the core, by line. */
export function byLine(findings, text) {
  return findings.map(({ rule, at }) => ({ rule, line: text.slice(0, at.range.start).split('\n').length - 1 }));
}
