/**
 * Writes the snippets: a sound handler for each of these senders in each of these frameworks, put together from the senders' rows.
 * `--check` writes nothing and fails when the files differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { pythonSnippet } from './snippets/python.mjs';
import { frames, scriptSnippet } from './snippets/typescript.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const rows = await loadProviders();

/** What the rows do not say: what a snippet is called, which event it waits for, how large a delivery may be. */
const senders = [
  { id: 'stripe', title: 'Stripe webhook', name: 'stripe', kind: 'stripe', event: 'checkout.session.completed' },
  { id: 'github', title: 'GitHub webhook', name: 'github', kind: 'hmac', eventHeader: 'x-github-event', event: 'push', megabytes: 25, ownLimit: true },
  { id: 'slack', title: 'Slack events', name: 'slack', kind: 'hmac', field: 'type' },
  { id: 'shopify', title: 'Shopify webhook', name: 'shopify', kind: 'hmac', eventHeader: 'x-shopify-topic', event: 'orders/create' },
  { id: 'twilio', title: 'Twilio webhook', name: 'twilio', kind: 'twilio' },
  { id: 'svix', title: 'Svix webhook', name: 'svix', kind: 'svix' },
  { id: 'gitlab', title: 'GitLab webhook', name: 'gitlab', kind: 'token', eventHeader: 'x-gitlab-event', event: 'Push Hook', megabytes: 25 },
  { id: 'telegram', title: 'Telegram updates', name: 'telegram', kind: 'token' },
  { id: 'discord', title: 'Discord interactions', name: 'discord', kind: 'ed25519' },
  { id: 'generic-hmac', title: 'HMAC-signed webhook', name: 'hmac', kind: 'hmac', isOpen: true },
  { id: 'generic-hmac', title: 'HMAC-signed webhook with timestamp', name: 'hmac-timestamp', kind: 'hmac', isOpen: true, timestamp: 'x-timestamp' },
].map((sender) => ({ megabytes: 1, ...sender, row: rows.find((row) => row.id === sender.id) }));

const files = {
  'snippets/typescript.json': Object.fromEntries(
    frames.flatMap((frame) => senders.map((sender) => entry(sender, frame.label, frame.name, scriptSnippet(frame, sender)))),
  ),
  'snippets/python.json': Object.fromEntries(senders.map((sender) => entry(sender, 'Flask', 'flask', pythonSnippet(sender)))),
};
const stale = Object.entries(files).filter(([file, snippets]) => readFileSync(path.join(root, file), 'utf8') !== written(snippets));
if (!values.check) for (const [file, snippets] of stale) writeFileSync(path.join(root, file), written(snippets));
else if (stale.length > 0) {
  console.error(`${stale.map(([file]) => file).join(', ')}: not what the senders' rows say; run node server/build/snippets.mjs`);
  process.exitCode = 1;
}

function entry({ title, name }, label, framework, { description, lines }) {
  return [`${title}, ${label}`, { prefix: [`webhook-${framework}-${name}`, `${framework}-webhook-${name}`], description, body: numbered(lines) }];
}

/**
 * Tab stops are written by name: `<<env:SECRET>>` with what stands there at first, `<<env>>` where it stands again, `<<to|hex,base64|>>`
 * with a choice; `<<0>>` is where the work goes. They are numbered as they come. All other dollars are the code's own.
 */
function numbered(lines) {
  const numbers = new Map();
  return lines.map((line) =>
    line
      .replace(/\\(?!\$)/g, '\\\\')
      .replace(/\$/g, '\\$')
      .replace(/<<(\w+)(?::([^>]*)|(\|[^>]*\|))?>>/g, (_, stop, text, choices) => {
        if (stop === '0') return '$0';
        const isNew = !numbers.has(stop);
        if (isNew) numbers.set(stop, numbers.size + 1);
        const number = numbers.get(stop);
        if (!isNew || (text === undefined && choices === undefined)) return `$${number}`;
        return choices === undefined ? `\${${number}:${text}}` : `\${${number}${choices}}`;
      }),
  );
}

function written(snippets) {
  const parts = Object.entries(snippets).map(([name, { prefix, description, body }]) =>
    [
      `  ${JSON.stringify(name)}: {`,
      `    "prefix": [${prefix.map((each) => JSON.stringify(each)).join(', ')}],`,
      `    "description": ${JSON.stringify(description)},`,
      '    "body": [',
      body.map((line) => `      ${JSON.stringify(line)}`).join(',\n'),
      '    ]',
      '  }',
    ].join('\n'),
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

async function loadProviders() {
  const { outputFiles } = await build({
    stdin: { contents: "export { providers } from './server/src/knowledge/index.js';", resolveDir: root, sourcefile: 'providers.js' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return (await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)).providers;
}
