/**
 * Completes package-lock.json with the packages for other platforms that the registry in use does not carry: without their
 * names `npm ci` refuses the lock file, and people on those platforms would miss a tool. `--check` writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const file = path.join(fileURLToPath(new URL('../..', import.meta.url)), 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([owner, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name]) => !resolves(owner, name))
    .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
);

if (missing.length === 0) console.log('the lock file names every platform');
else if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${missing.map(([name]) => name).join(', ')}: run node server/build/complete-lock.mjs`);
  process.exitCode = 1;
} else {
  const { '': self, ...packages } = { ...lock.packages, ...Object.fromEntries(missing) };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([left], [right]) => (left < right ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': self, ...sorted } }, null, 2)}\n`);
  console.log(`added ${missing.length} packages`);
}

/** As Node looks for it: beside the owner, then further up. */
function resolves(owner, name) {
  for (let folder = owner; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

/** Only exact versions can be completed; os, cpu and libc are what the name says. */
function entry(name, version, dev) {
  const words = name.split(/[/-]/);
  const pick = (known) => known.find((word) => words.includes(word));
  const os = pick(['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']);
  const cpu = pick(['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']);
  const libc = pick(['musl', 'musleabihf']) ? 'musl' : pick(['gnu', 'gnueabihf']) ? 'glibc' : undefined;
  if (os === undefined || !/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}@${version} cannot be completed from its name`);
  return { version, ...(cpu ? { cpu: [cpu] } : {}), ...(dev ? { dev: true } : {}), ...(libc ? { libc: [libc] } : {}), optional: true, os: [os] };
}
