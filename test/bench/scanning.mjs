/** P13, P20: the command line over a whole workspace, and what people download. */
import { spawnSync } from 'node:child_process';
import { expectFindings } from './expected.mjs';
import { median, ratio } from './measure.mjs';
import { root } from './parts.mjs';
import { runOnce } from './processes/run.mjs';

export async function scanned(parts, { folder, handlers }, { rounds = 3 } = {}) {
  const commands = {
    floor: [parts.floors, 'lower', parts.engine, folder],
    ours: [parts.cli, 'scan', '.', '--format', 'json', '--fail-on', 'never', '--quiet'],
    walk: [parts.floors, 'walk', parts.engine, folder],
  };
  const taken = { floor: [], ours: [], walk: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const { output, ...times } = await runOnce(parts, command, folder);
      taken[name].push(times);
      if (name === 'ours') expectScan(handlers, JSON.parse(output).findings);
    }
  }
  const of = (name) => ({ wall: taken[name].map(({ wall }) => wall), cpu: taken[name].map(({ cpu }) => cpu) });
  const walk = { wall: median(of('walk').wall), cpu: median(of('walk').cpu) };
  return [ratio('P13', of('ours'), of('floor'), { walk })];
}

/** As npm would pack it; the VSIX holds the same files. */
export function packaged() {
  const isWindows = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', shell: isWindows });
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  const { size, entryCount } = [JSON.parse(stdout)].flatMap((answer) => (Array.isArray(answer) ? answer : Object.values(answer)))[0];
  return [{ id: 'P20', value: size / 1e6, figures: { bytes: size, files: entryCount } }];
}

function expectScan(handlers, findings) {
  for (const { file, wants } of handlers) {
    const here = findings.filter(({ path }) => path === file).map(({ rule, start }) => ({ rule, line: start.line - 1 }));
    expectFindings(wants, here, file);
  }
}
