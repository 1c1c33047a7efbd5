/**
 * `npm run bench`: the product's speed against floors that are measured in the same run, on code made by generate.mjs.
 *
 *   -- --only P6,P13   some goals only
 *   -- --json FILE     the figures behind the table, too
 *   -- --node FILE     the Node that language servers run under
 *   -- --quick         fewer rounds
 *
 * Ends with 1 when a goal's `must` is missed. `dist/` has to be built.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeWorkspace } from './generate.mjs';
import { judged, rounded, table } from './goals.mjs';
import { inOwnProcess, prefiltered } from './in-process.mjs';
import { loadEngine, makeParts } from './parts.mjs';
import { packaged, scanned } from './scanning.mjs';
import { serverNode, starting, typing } from './servers.mjs';

/** Measures the goals that `only` names (all without it). Throws when expected findings do not arrive. */
export async function measure({ only, node, isQuick = false, say = () => undefined }) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'webhookproof-bench-'));
  const wanted = (...ids) => only === undefined || ids.some((id) => only.includes(id));
  const results = [];
  const step = async (what, run) => {
    const started = Date.now();
    results.push(...(await run()).map(judged));
    say(`${what} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
  };
  try {
    const parts = { ...(await makeParts(scratch)), node };
    const engine = await loadEngine(parts);
    if (wanted('P1', 'P5')) await step('typing', () => typing(parts));
    if (wanted('P6')) await step('one function edited', () => inOwnProcess('P6', parts, isQuick ? quickTurns : {}));
    if (wanted('P7')) await step('nothing known', () => inOwnProcess('P7', parts, isQuick ? quickTurns : {}));
    if (wanted('P10')) await step('starting', () => starting(parts));
    if (wanted('P13', 'P21')) {
      const workspace = { folder: path.join(scratch, 'workspace') };
      mkdirSync(workspace.folder);
      workspace.handlers = writeWorkspace(workspace.folder);
      if (wanted('P13')) await step('scanning', () => scanned(parts, workspace, { rounds: isQuick ? 2 : 3 }));
      if (wanted('P21')) await step('prefilter', () => prefiltered(engine, workspace));
    }
    if (wanted('P20')) await step('packing', () => packaged());
    return { results, serversRunUnder: serverNode(parts) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const quickTurns = { rounds: 9, slice: 30, warmUp: 300 };

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();

async function main() {
  const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' }, node: { type: 'string' }, quick: { type: 'boolean' } } });
  const { results, serversRunUnder } = await measure({
    only: values.only?.split(',').map((id) => id.trim().toUpperCase()),
    node: values.node,
    isQuick: values.quick,
    say: (line) => console.error(line),
  });
  console.log(`\n${table(results)}\n`);
  for (const { id, figures } of results) console.log(`${id}: ${figuresInWords(figures)}`);
  console.log(`\nNode ${process.version}, servers under ${serversRunUnder}, ${availableParallelism()} cores`);

  const missed = results.filter(({ verdict }) => verdict === 'MISSED');
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ node: process.version, serversRunUnder, cores: availableParallelism(), results }, null, 2)}\n`);
  if (missed.length > 0) console.log(`missed: ${missed.map(({ id }) => id).join(', ')}`);
  process.exitCode = missed.length > 0 || results.length === 0 ? 1 : 0;
}

function figuresInWords(figures) {
  const words = Object.entries(figures).map(([name, figure]) =>
    typeof figure === 'number' ? `${name} ${figure}` : `${name} ${rounded(figure.cpu)} ms of processor, ${rounded(figure.wall)} ms of clock`,
  );
  return words.join('; ');
}
