/** Entry inside the editor, for both hosts: VS Code on the desktop (@vscode/test-electron) and the server in a browser. */
import Mocha from 'mocha';

export async function run(): Promise<void> {
  const result = process.env.WEBHOOKPROOF_TEST_RESULT;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, reporter: result ? 'json' : 'spec', reporterOptions: result ? { output: result } : {} });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  await import('./findings.js');
  await import('./commands.js');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
