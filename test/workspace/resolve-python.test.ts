import { describe, expect, it } from 'vitest';
import { Configs } from '../../server/src/workspace/configs.js';
import { Disk } from '../../server/src/workspace/disk.js';
import { Resolution } from '../../server/src/workspace/resolve/index.js';
import { temporaryProject } from './temporary-project.js';

function resolver(files: Readonly<Record<string, string>>): (from: string, specifier: string) => string | undefined {
  const disk = new Disk(temporaryProject(files), () => undefined);
  const resolution = new Resolution(disk, new Configs(disk, () => undefined));
  return (from, specifier) => resolution.resolve('python', from, specifier);
}

describe('Python modules', () => {
  it('are found from the root, from src, and as packages', () => {
    const resolve = resolver({ 'app/__init__.py': '', 'app/hooks/__init__.py': '', 'app/hooks/stripe.py': '', 'src/lib/crypto.py': '', 'wsgi.py': '' });
    expect(resolve('app/hooks/stripe.py', 'app')).toBe('app/__init__.py');
    expect(resolve('app/hooks/stripe.py', 'app.hooks')).toBe('app/hooks/__init__.py');
    expect(resolve('wsgi.py', 'app.hooks.stripe')).toBe('app/hooks/stripe.py');
    expect(resolve('wsgi.py', 'lib.crypto')).toBe('src/lib/crypto.py');
    expect(resolve('wsgi.py', 'app.hooks.nothing')).toBeUndefined();
  });

  it('are found from the folder of the program, the nearest first', () => {
    const resolve = resolver({ 'services/hooks/main.py': '', 'services/hooks/security.py': '', 'security.py': '' });
    expect(resolve('services/hooks/main.py', 'security')).toBe('services/hooks/security.py');
  });

  it('follow relative dots', () => {
    const resolve = resolver({ 'app/__init__.py': '', 'app/auth.py': '', 'app/api/__init__.py': '', 'app/api/hooks.py': '', 'app/api/crypto.py': '' });
    expect(resolve('app/api/hooks.py', '.')).toBe('app/api/__init__.py');
    expect(resolve('app/api/hooks.py', '.crypto')).toBe('app/api/crypto.py');
    expect(resolve('app/api/hooks.py', '..auth')).toBe('app/auth.py');
    expect(resolve('app/api/hooks.py', '..')).toBe('app/__init__.py');
    expect(resolve('app/api/hooks.py', '...auth')).toBeUndefined();
    expect(resolve('app/api/hooks.py', '.....auth')).toBeUndefined();
  });

  it('in folders without __init__.py are found by their full name', () => {
    const resolve = resolver({ 'app/api/hooks.py': '', 'app/api/crypto.py': '' });
    expect(resolve('app/api/hooks.py', 'app.api.crypto')).toBe('app/api/crypto.py');
    expect(resolve('app/api/hooks.py', '.')).toBeUndefined();
    expect(resolve('app/api/hooks.py', '.crypto')).toBe('app/api/crypto.py');
  });

  it('are not the file itself, nor a sibling inside a package', () => {
    const resolve = resolver({
      'stripe.py': '',
      'app/__init__.py': '',
      'app/github.py': '',
      'app/hooks.py': '',
      'api/twilio.py': '',
      'api/hooks.py': '',
      'requirements.txt': 'twilio==9.0\n# comment\nFlask>=2\n',
    });
    expect(resolve('stripe.py', 'stripe')).toBeUndefined();
    expect(resolve('app/hooks.py', 'github')).toBeUndefined();
    expect(resolve('api/hooks.py', 'twilio')).toBeUndefined();
  });

  it('are found in distributions of the same tree', () => {
    const resolve = resolver({
      'pyproject.toml': '[project]\nname = "yard"\n\n[tool.uv.workspace]\nmembers = ["packages/*", "tools/one"]\n',
      'packages/signing/src/signing/__init__.py': '',
      'tools/one/one.py': '',
      'services/a/app.py': '',
      'services/b/pyproject.toml': '[tool.poetry.dependencies]\nproofs = { path = "../../libs/proofs", develop = true }\n',
      'services/b/app.py': '',
      'services/c/requirements.txt': 'flask\n-e ../../libs/proofs\n',
      'services/c/app.py': '',
      'services/d/app.py': '',
      'libs/proofs/proofs/__init__.py': '',
    });
    expect(resolve('services/a/app.py', 'signing')).toBe('packages/signing/src/signing/__init__.py');
    expect(resolve('services/a/app.py', 'one')).toBe('tools/one/one.py');
    expect(resolve('services/b/app.py', 'proofs')).toBe('libs/proofs/proofs/__init__.py');
    expect(resolve('services/c/app.py', 'proofs')).toBe('libs/proofs/proofs/__init__.py');
    expect(resolve('services/d/app.py', 'proofs')).toBeUndefined();
  });

  it('of the standard library are never a file of the project', () => {
    const resolve = resolver({ 'a.py': '', 'hmac.py': '', 'email/__init__.py': '' });
    expect(resolve('a.py', 'hmac')).toBeUndefined();
    expect(resolve('a.py', 'email')).toBeUndefined();
  });

  it('with names that are none are not found', () => {
    const resolve = resolver({ 'a.py': '', 'b.py': '' });
    for (const name of ['', '/b', 'b/../b', '../b', 'b\0', ' b', 'a..b']) expect(resolve('a.py', name)).toBeUndefined();
  });
});
