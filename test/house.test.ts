/**
 * The house: what `server/ARCHITECTURE.md` says of the rooms is true of the files, and whatever has several parts has all of them.
 *
 * Other tests look at the parts themselves: how many cases a rule has (`rules/cases`), that its page runs (`rules/pages`), what
 * rows say (`knowledge/rows`), what snippets expand to (`knowledge/snippets-scan`).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';
import { run } from '../server/src/cli/run.js';
import { configurationName } from '../server/src/configuration/configurations.js';
import { frameworks } from '../server/src/knowledge/frameworks/index.js';
import { libraries, providers } from '../server/src/knowledge/index.js';
import { rules } from '../server/src/rules/registry.js';

vi.setConfig({ testTimeout: 120_000 });

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const namesIn = (folder: string): string[] => readdirSync(path.join(root, folder)).sort();
const foldersIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));
const serverFiles = tracked.filter((file) => /^server\/src\/.*\.ts$/.test(file));
const clientFiles = tracked.filter((file) => /^client\/src\/.*\.ts$/.test(file));
const manifest = JSON.parse(read('package.json'));

// ------------------------------------------------------------------------------------------- import direction

/** What a room may import besides itself. `contracts` are the files of plain data that a finding is made of. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ir: [],
  knowledge: [],
  languages: ['ir'],
  'languages/typescript': ['ir', 'languages'],
  'languages/python': ['ir', 'languages'],
  analysis: ['ir', 'knowledge'],
  rules: ['ir', 'knowledge', 'analysis'],
  remedies: ['ir', 'knowledge', 'languages', 'contracts'],
  workspace: ['ir', 'languages', 'contracts'],
  configuration: ['ir', 'knowledge', 'analysis', 'workspace'],
  scan: ['ir', 'knowledge', 'analysis', 'rules', 'workspace', 'configuration'],
  reports: ['ir', 'contracts', 'scan'],
  lsp: ['ir', 'languages', 'knowledge', 'analysis', 'rules', 'remedies', 'workspace', 'configuration', 'scan'],
  cli: ['ir', 'languages', 'knowledge', 'analysis', 'rules', 'remedies', 'workspace', 'configuration', 'scan', 'reports'],
  main: ['lsp'],
  boot: [],
};
const contracts = ['analysis/finding.ts', 'analysis/project.ts', 'analysis/endpoint-summary.ts'];

/** The few files that lead from one room into another against the table, and why. */
const doors: Readonly<Record<string, readonly string[]>> = {
  // Which room reads or writes a language is decided once.
  'languages/index.ts': ['languages/typescript', 'languages/python'],
  'languages/writers.ts': ['languages/typescript', 'languages/python'],
  // `webhookproof lsp` is the server.
  'cli/lsp.ts': ['lsp'],
};

/** Packages that one room alone may know, whoever else would like to. */
const ownedPackages: readonly (readonly [RegExp, string])[] = [
  [/^(?:ts-morph|@ts-morph\/.*|typescript)$/, 'languages/typescript'],
  [/^(?:web-tree-sitter|tree-sitter-.*)$/, 'languages/python'],
  [/^vscode-(?:languageserver|jsonrpc)/, 'lsp'],
  [/^vscode(?:-languageclient.*)?$/, 'client'],
];

/** Rooms that work on what they are given: no files, no processes, no clock of Node's. */
const withoutNode = ['ir', 'knowledge', 'analysis', 'rules', 'remedies', 'scan', 'languages', 'languages/typescript'];
/** Nothing is sent, nothing is executed. Editors reach the server over what `vscode-languageserver` opens. */
const nowhere = /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|child_process|worker_threads|cluster|vm|repl|inspector)(?:\/|$)/;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly specifier: string;
  /** Relative to `server/src`; undefined for packages. */
  readonly target: string | undefined;
}

function importsOf(file: string): Import[] {
  const base = file.startsWith('server/') ? 'server/src' : 'client/src';
  return ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => ({
    file: path.relative(base, file),
    from: base === 'client/src' ? 'client' : roomOf(path.relative(base, file)),
    specifier: fileName,
    target: fileName.startsWith('.') ? path.relative(base, path.join(path.dirname(file), fileName)).replace(/\.js$/, '.ts') : undefined,
  }));
}

function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first === 'languages' && mayImport[`languages/${second}`] !== undefined) return `languages/${second}`;
  return first.replace(/\.ts$/, '');
}

describe('imports', () => {
  const all = [...serverFiles, ...clientFiles].flatMap(importsOf);
  const told = ({ file, specifier }: Import): string => `${file} imports ${specifier}`;

  it('are read from every room', () => {
    const rooms = new Set(serverFiles.map((file) => roomOf(path.relative('server/src', file))));
    rooms.delete('raw.d'); // declares what the bundler does with `?raw`
    expect([...rooms].sort()).toEqual(Object.keys(mayImport).sort());
    expect(all.length).toBeGreaterThan(400);
  });

  it('run one way', () => {
    const wrong = all.filter(({ file, from, target }) => {
      if (target === undefined || from === 'client') return false;
      const to = roomOf(target);
      if (to === from || mayImport[from]?.includes(to) || doors[file]?.includes(to)) return false;
      return !(contracts.includes(target) && mayImport[from]?.includes('contracts'));
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('of the contracts reach nothing but the neutral form and each other', () => {
    const wrong = all.filter(
      ({ file, target }) => contracts.includes(file) && !(target !== undefined && (contracts.includes(target) || target.startsWith('ir/'))),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('of the client stay in the client', () => {
    expect(all.filter(({ from, target }) => from === 'client' && target?.startsWith('..')).map(told)).toEqual([]);
  });

  it('leave parsers and protocols to the room that knows them', () => {
    const wrong = all.filter(({ from, specifier }) => ownedPackages.some(([name, owner]) => name.test(specifier) && from !== owner));
    expect(wrong.map(told)).toEqual([]);
    for (const [name] of ownedPackages)
      expect(
        all.some(({ specifier }) => name.test(specifier)),
        String(name),
      ).toBe(true);
  });

  it('bring any other package into one room only', () => {
    const rooms = new Map<string, Set<string>>();
    for (const { specifier, target, from } of all) {
      if (target === undefined && !specifier.startsWith('node:') && !specifier.endsWith('?raw'))
        rooms.set(specifier, new Set([...(rooms.get(specifier) ?? []), from]));
    }
    expect([...rooms].filter(([, users]) => users.size > 1).map(([name, users]) => `${name} in ${[...users].join(', ')}`)).toEqual([]);
  });

  it('of Node stay out of the rooms that think, and nothing opens a connection or runs a program', () => {
    const ofNode = all.filter(({ specifier }) => specifier.startsWith('node:'));
    expect(ofNode.filter(({ from }) => withoutNode.includes(from)).map(told)).toEqual([]);
    // The product's own files are loaded with their machine code.
    expect(all.filter(({ specifier, from }) => nowhere.test(specifier) && !(from === 'boot' && specifier === 'node:vm')).map(told)).toEqual([]);
  });

  it('of rows are rows', () => {
    const wrong = all.filter(
      ({ from, file, specifier }) =>
        from === 'knowledge' && !file.endsWith('index.ts') && !/^\.\.?\/(?:\.\.\/)?(?:rows|(?:libraries\/)?[\w-]+)\.js$/.test(specifier),
    );
    expect(wrong.map(told)).toEqual([]);
  });
});

// ----------------------------------------------------------------------------------------- what rooms are without

describe('what is absent', () => {
  const sources = serverFiles.map((file) => ({
    file,
    room: roomOf(path.relative('server/src', file)),
    tree: ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true),
  }));

  it('no question about the language outside of the language rooms', () => {
    const languages = foldersIn('server/src/languages');
    const found = sources
      .filter(({ room }) => !room.startsWith('languages'))
      .flatMap(({ file, tree }) =>
        nodesOf(tree)
          .filter((node) => isAskedFor(node, languages))
          .map((node) => `${file}: ${node.getText().slice(0, 80)}`),
      );
    expect(languages.length).toBeGreaterThanOrEqual(2);
    expect(found).toEqual([]);
  });

  it('no way past the one who notes what a conclusion rests on', () => {
    // Finding endpoints runs for every version; there is nothing to note.
    const finds = /analysis\/(world|reads)\.ts$|analysis\/endpoints\/(finder|controllers|exports|files|served-paths|stages|handed|parsers|turns)\.ts$/;
    const past = serverFiles
      .filter((file) => file.startsWith('server/src/analysis/') && !finds.test(file))
      .filter((file) => /\.(functions|classes|bindings)(\?\.)?\[|\.exports\.find\(/.test(read(file)));
    expect(past).toEqual([]);
  });

  it('no logic among rows', () => {
    const logic = (node: ts.Node): boolean =>
      ts.isFunctionLike(node) || ts.isConditionalExpression(node) || ts.isIfStatement(node) || ts.isRegularExpressionLiteral(node) || ts.isNewExpression(node);
    const rows = sources.filter(({ room, file }) => room === 'knowledge' && !file.endsWith('index.ts') && !file.endsWith('rows.ts'));
    const found = rows.flatMap(({ file, tree }) =>
      nodesOf(tree)
        .filter((node) => logic(node) && !isTable(node))
        .map((node) => `${file}: ${node.getText().slice(0, 80)}`),
    );
    expect(rows.length).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });

  it('no code made from text, no call to the outside', () => {
    const found = sources.flatMap(({ file, tree }) =>
      nodesOf(tree)
        .filter(
          (node) =>
            (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
            /^(?:eval|Function|fetch|WebSocket|EventSource|XMLHttpRequest)$/.test(node.expression.getText()),
        )
        .map((node) => `${file}: ${node.getText().slice(0, 80)}`),
    );
    expect(found).toEqual([]);
  });
});

function nodesOf(tree: ts.SourceFile): ts.Node[] {
  const all: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    all.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return all;
}

/** `new Set([...])` of names is a row of names. */
function isTable(node: ts.Node): boolean {
  return (
    ts.isNewExpression(node) && node.expression.getText() === 'Set' && node.arguments?.length === 1 && ts.isArrayLiteralExpression(node.arguments[0] as ts.Node)
  );
}

function isAskedFor(node: ts.Node, languages: readonly string[]): boolean {
  const isName = (part: ts.Node): boolean => ts.isStringLiteralLike(part) && languages.includes(part.text);
  if (ts.isCaseClause(node)) return isName(node.expression);
  if (!ts.isBinaryExpression(node)) return false;
  const compares = [
    ts.SyntaxKind.EqualsEqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsEqualsToken,
    ts.SyntaxKind.EqualsEqualsToken,
    ts.SyntaxKind.ExclamationEqualsToken,
  ];
  return compares.includes(node.operatorToken.kind) && (isName(node.left) || isName(node.right));
}

// ------------------------------------------------------------------------------------------------- completeness

describe('rooms', () => {
  const opening: Readonly<Record<string, string>> = {
    ir: 'ir/model.ts',
    knowledge: 'knowledge/index.ts',
    languages: 'languages/front-end.ts',
    'languages/typescript': 'languages/typescript/front-end.ts',
    'languages/python': 'languages/python/front-end.ts',
    analysis: 'analysis/analyse.ts',
    rules: 'rules/rule.ts',
    remedies: 'remedies/index.ts',
    workspace: 'workspace/index.ts',
    configuration: 'configuration/configurations.ts',
    scan: 'scan.ts',
    reports: 'reports/model.ts',
    lsp: 'lsp/server.ts',
    cli: 'cli/run.ts',
    main: 'main.ts',
    boot: 'boot/load.ts',
  };

  it('open with what they are for', () => {
    expect(Object.keys(opening).sort()).toEqual(Object.keys(mayImport).sort());
    for (const file of Object.values(opening)) expect(read(`server/src/${file}`), file).toMatch(/^\/\*\*\s/);
    for (const index of serverFiles.filter((file) => file.endsWith('/index.ts'))) expect(read(index), index).toMatch(/^\/[*/]/);
  });

  it('are described, all of them, and nothing that is not there', () => {
    const text = read('server/ARCHITECTURE.md');
    for (const room of Object.keys(mayImport)) expect(text, room).toMatch(new RegExp(`\`${room}(?:/|\\.ts)?\``));
    const named = [
      ...text.matchAll(/`((?:client|server|test|snippets|ir|languages|knowledge|analysis|rules|remedies|workspace|scan|lsp|cli|reports)\/[\w./-]+)`/g),
    ];
    const missing = named.map(([, name = '']) => name).filter((name) => !existsSync(path.join(root, name)) && !existsSync(path.join(root, 'server/src', name)));
    expect(named.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('are decided in pages that say context, decision, consequences and drawbacks', () => {
    const pages = namesIn('server/decisions');
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, index) => {
      expect(page).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
      expect(
        [...read(`server/decisions/${page}`).matchAll(/^## (.*)$/gm)].map((found) => found[1]),
        page,
      ).toEqual(['Context', 'Decision', 'Consequences', 'Drawbacks']);
    });
  });
});

describe('rules', () => {
  const ids = foldersIn('server/src/rules');

  it('are folders of rule.ts and rule.md, each registered under its own name', () => {
    for (const id of ids) expect(namesIn(`server/src/rules/${id}`)).toEqual(['rule.md', 'rule.ts']);
    expect(rules.map((rule) => rule.id).sort()).toEqual(ids.sort());
  });

  it('have cases; other folders of cases are shared', () => {
    const groups = foldersIn('test/rules');
    expect(groups.filter((group) => !ids.includes(group)).sort()).toEqual(['articles', 'configuration', 'frameworks', 'shapes']);
    expect(ids.filter((id) => !groups.includes(id))).toEqual([]);
  });

  it('have a switch, a place in the reports and a row in the README', async () => {
    const { out } = await webhookproof('scan', 'test/samples', '--format', 'sarif');
    expect(
      JSON.parse(out)
        .runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id)
        .sort(),
    ).toEqual(ids.sort());
    expect(Object.keys(manifest.contributes.configuration.properties['webhookproof.rules'].properties).sort()).toEqual(ids.sort());
    for (const id of ids) expect(read('README.md')).toContain(`(server/src/rules/${id}/rule.md)`);
  });

  it('ask for repairs that exist, and every repair has golden files', () => {
    const remedies = serverFiles
      .filter((file) => file.startsWith('server/src/remedies/'))
      .flatMap((file) => /Remedy = \{\s*id: '([\w-]+)'/.exec(read(file))?.[1] ?? []);
    // Changes the user's configuration, not code: `configuration/declare.test.ts` holds it.
    const elsewhere = ['declare-verifier'];
    const asked = ids.flatMap((id) => [...read(`server/src/rules/${id}/rule.ts`).matchAll(/\brequest\(\s*'([\w-]+)'/g)].map((found) => `${id}: ${found[1]}`));
    expect(remedies.length).toBeGreaterThan(4);
    expect(asked.filter((one) => ![...remedies, ...elsewhere].includes(one.split(': ')[1] ?? ''))).toEqual([]);
    expect(remedies.sort()).toEqual(foldersIn('test/remedies/golden').sort());
  });
});

describe('rows', () => {
  it.each([
    ['ProviderRow', providers],
    ['FrameworkRow', frameworks],
    ['LibraryRow', libraries],
  ] as const)('%s: each has what the type asks for and nothing else', (type, rows) => {
    const fields = fieldsOf(type);
    for (const row of rows) {
      const keys = Object.keys(row);
      expect(
        fields.filter(({ name, optional }) => !optional && !keys.includes(name)).map(({ name }) => name),
        row.id,
      ).toEqual([]);
      expect(
        keys.filter((key) => !fields.some(({ name }) => name === key)),
        row.id,
      ).toEqual([]);
      // What was collected names some pages by their titles.
      if (type !== 'ProviderRow') expect(row.docs, row.id).toMatch(/^https:\/\//);
    }
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  it('of a provider with a file of its own stand in a file of its name', () => {
    const files = namesIn('server/src/knowledge/providers').map((file) => file.replace(/\.ts$/, ''));
    for (const file of files.filter((each) => each !== 'index' && each !== 'catalogue')) {
      const text = read(`server/src/knowledge/providers/${file}.ts`);
      expect(text, file).toContain(`\n  id: '${file}',\n`);
      expect(text, file).toMatch(/^ {2}docs: 'https:\/\//m);
    }
  });

  function fieldsOf(type: string): { readonly name: string; readonly optional: boolean }[] {
    const tree = ts.createSourceFile('rows.ts', read('server/src/knowledge/rows.ts'), ts.ScriptTarget.Latest, true);
    const found = nodesOf(tree).find((node): node is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(node) && node.name.text === type);
    return (found?.members ?? []).map((member) => ({ name: member.name?.getText() ?? '', optional: member.questionToken !== undefined }));
  }
});

describe('the configuration', () => {
  it('is completed and checked in editors by the schema that the build brings along', () => {
    const [{ fileMatch, url }] = manifest.contributes.jsonValidation;
    expect(fileMatch).toBe(configurationName);
    expect(read('server/build/build.mjs')).toContain(`'${url.replace('./dist/', '')}'`);
    expect(manifest.contributes.languages).toEqual([{ id: 'jsonc', filenames: [configurationName] }]);
    expect(read('client/src/server.ts')).toContain(`**/${configurationName}`);
  });

  it('has every key in the README', () => {
    const { properties } = JSON.parse(read('server/src/configuration/schema.json'));
    const section = read('README.md').split('## What only you know')[1]?.split('\n## ')[0] ?? '';
    expect(Object.keys(properties).filter((key) => key !== '$schema' && !section.includes(`\`${key}\``))).toEqual([]);
  });
});

describe('snippets', () => {
  it('are valid, and each file of them is contributed for a language that exists', () => {
    const contributed: readonly { language: string; path: string }[] = manifest.contributes.snippets;
    const files = namesIn('snippets');
    expect([...new Set(contributed.map((each) => path.basename(each.path)))].sort()).toEqual(files);
    for (const file of files) {
      const snippets: Record<string, { prefix: unknown; body: unknown; description: unknown }> = JSON.parse(read(`snippets/${file}`));
      for (const [name, snippet] of Object.entries(snippets)) expect(Object.keys(snippet).sort(), name).toEqual(['body', 'description', 'prefix']);
    }
    const activated = manifest.activationEvents
      .filter((event: string) => event.startsWith('onLanguage:'))
      .map((event: string) => event.replace('onLanguage:', ''));
    expect(contributed.map((each) => each.language).sort()).toEqual(activated.sort());
  });
});

// --------------------------------------------------------------------------------------------- files and documents

describe('documents', () => {
  it.each(['server/build/manifest.mjs', 'server/build/rules-table.mjs', 'server/src/knowledge/data/generate.mjs'])('%s has nothing to write', (script) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { cwd: root, encoding: 'utf8' });
    expect(status, stdout + stderr).toBe(0);
  });

  it('the README shows what the command prints', async () => {
    const shown = /^\$ npx webhookproof (scan .*)\n([\s\S]*?)^```$/m.exec(read('README.md'));
    const { code, out } = await webhookproof(...(shown?.[1] ?? '').split(' '));
    expect(out, 'node server/build/readme-output.mjs writes it').toBe(shown?.[2]);
    expect(read('README.md')).toContain(`Its exit code here is ${code}.`);
  });

  it('the README names every command and every setting', async () => {
    const text = read('README.md');
    const { out } = await webhookproof('--help');
    const commands = [...out.matchAll(/^ {2}webhookproof (\w+)/gm)].map((found) => found[1]);
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands) expect(text).toContain(`\`webhookproof ${command}`);
    for (const setting of Object.keys(manifest.contributes.configuration.properties)) expect(text).toContain(`\`${setting}\``);
  });

  it('link to files that are there', () => {
    const pages = tracked.filter((file) => file.endsWith('.md') && !file.startsWith('test/'));
    const broken = pages.flatMap((page) =>
      [
        ...read(page)
          .replaceAll(/^```[\s\S]*?^```$/gm, '')
          .matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g),
      ].flatMap(([, to = '']) => (existsSync(path.join(root, path.dirname(page), to)) ? [] : `${page}: ${to}`)),
    );
    expect(broken).toEqual([]);
  });

  it('pictures are small', () => {
    for (const picture of tracked.filter((file) => /\.(?:png|jpe?g|gif|webp)$/.test(file)))
      expect(readFileSync(path.join(root, picture)).length, picture).toBeLessThan(200_000);
  });
});

describe('files', () => {
  it('at the top are those that a tool or a reader looks for there', () => {
    const allowed = [
      ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', 'action.yml', 'package.json', 'package-lock.json', 'tsconfig.json'],
      ...['.biome.json', '.changeset', '.ci', '.github', '.gitignore', '.knip.json', '.npmrc', '.tsconfig.base.json', '.vscode', '.vscodeignore'],
      ...['client', 'server', 'snippets', 'test'],
    ];
    expect([...new Set(tracked.map((file) => file.split('/')[0] ?? ''))].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it('name no folder of one machine', () => {
    // Somebody's home, a scratch folder or a drive; spelled so that this file does not find itself.
    const place = /(?:^|[\s"'`(=])(?:\/(?:home|Users)\/(?!somebody\/)[\w.-]+\/|\/root\/\.|\/(?:work|tmp|var\/folders)\/[\w.-]+\/|[A-Z]:\\\\?Users\\)/m;
    const found = tracked.filter((file) => !/\.(?:png|wasm)$/.test(file) && file !== 'package-lock.json' && place.test(read(file)));
    expect(found).toEqual([]);
  });

  it('skip no test', () => {
    const skipping = /\b(?:it|test|describe|suite)\.(?:skip|only|todo|fails)\b/;
    expect(tracked.filter((file) => /^test\/.*\.(?:test\.ts|mjs|ts)$/.test(file) && file !== 'test/house.test.ts' && skipping.test(read(file)))).toEqual([]);
  });
});

async function webhookproof(...args: string[]): Promise<{ readonly code: number; readonly out: string }> {
  let out = '';
  const same = (text: string): string => text;
  const code = await run(args, {
    cwd: root,
    out: (text) => void (out += text),
    err: (text) => void (out += text),
    colours: () => ({ bold: same, dim: same, red: same, yellow: same, cyan: same, green: same }),
  });
  return { code, out };
}
