/**
 * `node floors.mjs lower|walk ENGINE FOLDER`: what a scan is compared with. `lower` reads every source file into the neutral
 * form; `walk` only finds the files that may hold an endpoint.
 */
import { createRequire } from 'node:module';

const [, , mode, engine, folder] = process.argv;
const { Workspace, loadFrontEnd, languageOf } = createRequire(import.meta.url)(engine);
const workspace = new Workspace({ root: folder, log: () => undefined });
const snapshot = workspace.snapshot();
let files = 0;
let functions = 0;
for await (const file of workspace.files({ onlyHandlers: mode === 'walk' })) {
  files++;
  if (mode === 'walk') continue;
  await loadFrontEnd(languageOf(file));
  functions += snapshot.module(file)?.functions.length ?? 0;
}
console.log(JSON.stringify({ files, functions }));
