/**
 * Writes what is made from the types of `webhookproof.config.json`: its JSON schema, by which files are checked and editors complete,
 * and the tables of its page. `--check` writes nothing and fails when they differ.
 *
 * Names and shapes are those of the types, descriptions their comments; `@minLength`, `@pattern`, `@format` and `@rules` (one property
 * a rule) are taken from the tags.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { loadRules } from './load-rules.mjs';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) } } });
const inRoot = (file) => path.join(values.root, file);
const marks = { begin: '<!-- keys: written by server/build/configuration-schema.mjs -->', end: '<!-- end of keys -->' };

const program = ts.createProgram([inRoot('server/src/configuration/model.ts')], {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  types: [],
});
const checker = program.getTypeChecker();
const source = program.getSourceFile(inRoot('server/src/configuration/model.ts'));
const exported = new Map(checker.getExportsOfModule(checker.getSymbolAtLocation(source)).map((symbol) => [symbol.name, symbol]));
const rules = await loadRules(values.root);

const definitions = {};
const names = new Map();
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'webhookproof.config.json',
  ...objectOf(declared('ConfigurationFile')),
  allowTrailingCommas: true,
  definitions,
};

const files = [
  ['server/src/configuration/schema.json', () => `${JSON.stringify(schema, null, 2)}\n`],
  ['server/docs/configuration.md', (before) => between(before, tables())],
];
for (const [file, write] of files) {
  const before = readFileSync(inRoot(file), 'utf8');
  const after = write(before);
  if (before === after) console.log(`${file} is current`);
  else if (values.check) {
    console.error(`${file} is out of date: run node server/build/configuration-schema.mjs`);
    process.exitCode = 1;
  } else {
    writeFileSync(inRoot(file), after);
    console.log(`wrote ${file}`);
  }
}

function declared(name) {
  return checker.getDeclaredTypeOfSymbol(exported.get(name));
}

function schemaOf(type, tags = {}) {
  const parts = (type.isUnion() ? type.types : [type]).filter((part) => !(part.flags & ts.TypeFlags.Undefined));
  const words = parts.filter((part) => part.isStringLiteral()).map((part) => part.value);
  const schemas = [];
  if (words.length > 0) schemas.push({ type: 'string', enum: words });
  if (parts.some((part) => part.flags & ts.TypeFlags.BooleanLiteral)) {
    const truths = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral).map((part) => part.intrinsicName === 'true');
    schemas.push(truths.length === 2 ? { type: 'boolean' } : { type: 'boolean', enum: truths });
  }
  for (const part of parts) {
    if (part.isStringLiteral() || part.flags & ts.TypeFlags.BooleanLiteral) continue;
    if (part.flags & ts.TypeFlags.String) schemas.push({ type: 'string', ...tags });
    else if (part.flags & ts.TypeFlags.Number) schemas.push({ type: 'number' });
    else if (part.flags & ts.TypeFlags.Null) schemas.push({ type: 'null' });
    else if (part.flags & ts.TypeFlags.Unknown) schemas.push({});
    else if (checker.isArrayType(part)) schemas.push({ type: 'array', items: schemaOf(checker.getTypeArguments(part)[0], tags) });
    else if (part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) schemas.push(reference(part));
    else throw new Error(`no schema for ${checker.typeToString(part)}`);
  }
  const scalars = schemas.every((one) => Object.keys(one).join() === 'type');
  if (schemas.length > 1 && scalars) return { type: schemas.map((one) => one.type) };
  return schemas.length === 1 ? schemas[0] : { anyOf: schemas };
}

/** Named types are written once; those without a name where they stand. */
function reference(type) {
  const name = type.aliasSymbol?.name ?? type.symbol?.name;
  if (name === undefined || name.startsWith('__') || name === 'Readonly' || name === 'Record' || name === 'Partial') return objectOf(type);
  if (!names.has(name)) {
    names.set(name, type);
    definitions[name] = {};
    definitions[name] = objectOf(type);
  }
  return { $ref: `#/definitions/${name}` };
}

function objectOf(type) {
  const properties = {};
  const required = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const declaration = property.valueDeclaration ?? property.declarations?.[0] ?? source;
    const { description, tags, isRules } = commentOf(property);
    const own = isRules ? rulesSchema() : schemaOf(checker.getTypeOfSymbolAtLocation(property, declaration), tags);
    properties[property.name] = { ...(description === '' ? {} : { description }), ...own };
    if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
  }
  const index = type.getStringIndexType();
  return {
    type: 'object',
    ...(Object.keys(properties).length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: index === undefined ? false : schemaOf(index),
  };
}

function rulesSchema() {
  const level = schemaOf(declared('RuleSetting'));
  const properties = Object.fromEntries(rules.map((rule) => [rule.id, { description: rule.title, ...level }]));
  return { type: 'object', properties, additionalProperties: false };
}

function commentOf(property) {
  const parts = property.getDocumentationComment(checker).map((part) => part.text);
  const tags = Object.fromEntries(property.getJsDocTags(checker).map((tag) => [tag.name, (tag.text ?? []).map((part) => part.text).join('')]));
  return {
    description: [...new Set(parts.join('').split('\n'))].join(' ').trim(),
    isRules: 'rules' in tags,
    tags: {
      ...(tags.minLength === undefined ? {} : { minLength: Number(tags.minLength) }),
      ...(tags.pattern === undefined ? {} : { pattern: tags.pattern }),
      ...(tags.format === undefined ? {} : { format: tags.format }),
    },
  };
}

// ------------------------------------------------------------------------------------------------------ the page

function tables() {
  const out = ['| key | type | |', '|---|---|---|', ...rowsOf(schema)];
  const told = [
    ['VerifierEntry', 'An entry of `verifiers`'],
    ['GatewayEntry', 'An entry of `gateways`'],
    ['WebhooksEntry', '`webhooks`'],
    ['ProviderEntry', 'An entry of `providers`'],
    ['FrameworkEntry', 'An entry of `frameworks`'],
  ];
  const named = new Set(told.map(([name]) => name));
  for (const [name, title] of [...told, ...Object.keys(definitions).flatMap((name) => (named.has(name) ? [] : [[name, `\`${name}\``]]))])
    out.push('', `### ${title}`, '', '| key | type | |', '|---|---|---|', ...rowsOf(definitions[name]));
  return out.join('\n');
}

function rowsOf({ properties = {}, required = [] }) {
  return Object.entries(properties).map(
    ([name, one]) => `| \`${name}\`${required.includes(name) ? ' (required)' : ''} | ${cell(typeText(one))} | ${cell(one.description ?? '')} |`,
  );
}

function typeText(one) {
  if (one.$ref !== undefined) return `[${one.$ref.split('/').pop()}](#${one.$ref.split('/').pop().toLowerCase()})`;
  if (one.anyOf !== undefined) return one.anyOf.map(typeText).join(' or ');
  if (one.enum !== undefined) return one.enum.map((word) => `\`${JSON.stringify(word)}\``).join(', ');
  if (one.format === 'glob') return 'pattern';
  if (one.type === 'array') return `list of ${typeText(one.items).replace(/^pattern$/, 'patterns')}`;
  if (Array.isArray(one.type)) return one.type.join(' or ');
  if (one.type === 'object' && one.additionalProperties) return `names to ${typeText(one.additionalProperties)}`;
  if (one.type === 'object')
    return `{ ${Object.keys(one.properties ?? {})
      .map((key) => `\`${key}\``)
      .join(', ')} }`;
  return one.type ?? 'anything';
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

function between(text, inside) {
  const begin = text.indexOf(marks.begin);
  const end = text.indexOf(marks.end);
  if (begin < 0 || end < begin) throw new Error(`server/docs/configuration.md has no marks\n${marks.begin}\n${marks.end}`);
  return `${text.slice(0, begin)}${marks.begin}\n${inside}\n${text.slice(end)}`;
}
