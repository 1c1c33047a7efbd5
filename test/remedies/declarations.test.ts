/** What a repair's code needs is declared with it: the package in the manifest, the variable in the example of an environment. */
import { describe, expect, it } from 'vitest';
import { at, endpointOf, type Files, findingOf, repaired } from './by-hand.js';

const EXPRESS = "import express from 'express';\nconst app = express();\napp.post('/paid', (req, res) => {\n  settle(req.body);\n  res.end();\n});\n";
const FLASK = 'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/paid")\ndef paid():\n    settle(request.get_json())\n    return ""\n';

function after(path: string, text: string, others: Files, remedy = 'verify-with-sdk', provider = 'stripe'): Record<string, string> {
  const files = { [path]: text, ...others };
  const express = path.endsWith('.ts');
  const endpoint = endpointOf(files, path, {
    framework: express ? 'express' : 'flask',
    provider,
    handler: 'settle(',
    ...(express ? { registration: "app.post('/paid'" } : {}),
  });
  return repaired(files, findingOf(path, at(text, 'settle('), { remedy, facts: { endpoint } }), remedy);
}

describe('a package', () => {
  it.each([
    [
      'stands in its order',
      '{\n  "dependencies": {\n    "express": "^5.0.0",\n    "zod": "^4.0.0"\n  }\n}\n',
      '    "express": "^5.0.0",\n    "stripe": "^23.1.0",\n    "zod": "^4.0.0"\n',
    ],
    ['stands last', '{\n  "dependencies": {\n    "express": "^5.0.0"\n  }\n}\n', '    "express": "^5.0.0",\n    "stripe": "^23.1.0"\n'],
    ['stands alone', '{\n\t"name": "shop"\n}\n', '{\n\t"dependencies": {\n\t\t"stripe": "^23.1.0"\n\t},\n\t"name": "shop"\n}\n'],
    ['opens the list', '{\n  "dependencies": {}\n}\n', '"dependencies": {\n    "stripe": "^23.1.0"\n  }'],
    ['keeps to one line', '{ "dependencies": { "express": "^5.0.0" } }\n', '{ "dependencies": { "express": "^5.0.0", "stripe": "^23.1.0" } }'],
  ])('of a package.json %s', (_, manifest, wanted) => {
    const result = after('src/app.ts', EXPRESS, { 'package.json': manifest })['package.json'] ?? '';
    expect(result).toContain(wanted);
    expect(JSON.parse(result)).toMatchObject({ dependencies: { stripe: '^23.1.0' } });
  });

  it.each([
    ['requirements.txt', 'flask==3.1.0', 'flask==3.1.0\nstripe\n'],
    ['pyproject.toml', '[project]\nname = "shop"\ndependencies = ["flask"]\n', 'dependencies = ["flask", "stripe"]\n'],
    ['pyproject.toml', '[project]\ndependencies = [\n  "flask>=3",\n]\n', 'dependencies = [\n  "flask>=3",\n  "stripe",\n]\n'],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3.12"\nflask = "^3"\n\n[tool.black]\n', 'flask = "^3"\nstripe = "*"\n\n[tool.black]\n'],
  ])('in %s joins the others', (manifest, before, wanted) => {
    expect(after('shop/app.py', FLASK, { [manifest]: before })[manifest]).toContain(wanted);
  });

  it('is left alone where it is declared, and in the nearest manifest only', () => {
    const declared = '{ "dependencies": { "stripe": "^1.0.0" } }\n';
    expect(after('src/app.ts', EXPRESS, { 'package.json': declared })['package.json']).toBe(declared);
    const nested = after('shop/app.ts', EXPRESS, { 'package.json': '{}\n', 'shop/package.json': '{}\n' });
    expect([nested['package.json'], nested['shop/package.json']]).toEqual(['{}\n', '{\n  "dependencies": {\n    "stripe": "^23.1.0"\n  }\n}\n']);
  });

  it('is declared for code by hand where the language brings no public keys', () => {
    const others = { 'requirements.txt': 'flask\n', 'package.json': '{}\n' };
    expect(after('app.py', FLASK, others, 'verify-with-hmac', 'discord')['requirements.txt']).toBe('flask\ncryptography\n');
    expect(after('app.ts', EXPRESS, others, 'verify-with-hmac', 'discord')['package.json']).toBe('{}\n');
  });
});

describe('a setting', () => {
  it.each([
    ['joins the others', 'PORT=3000', 'PORT=3000\nGITHUB_WEBHOOK_SECRET=\n'],
    ['keeps the line ends', 'PORT=3000\r\n', 'PORT=3000\r\nGITHUB_WEBHOOK_SECRET=\r\n'],
    ['is there already', '# GITHUB_WEBHOOK_SECRET=\n', '# GITHUB_WEBHOOK_SECRET=\n'],
  ])('%s', (_, before, wanted) => {
    expect(after('src/app.ts', EXPRESS, { '.env.example': before }, 'verify-with-hmac', 'github')['.env.example']).toBe(wanted);
  });

  it('makes no file of its own', () => {
    expect(Object.keys(after('src/app.ts', EXPRESS, {}, 'verify-with-hmac', 'github'))).toEqual(['src/app.ts']);
  });
});
