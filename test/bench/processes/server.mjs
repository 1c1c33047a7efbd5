/** A language server under measurement, with one open document, and the editor on its other side. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

export class MeasuredServer {
  /** Milliseconds from the start to the first diagnostics. */
  cold = 0;
  #child;
  #uri;
  #version = 1;
  #buffer = Buffer.alloc(0);
  #published = () => undefined;
  #answers = new Map();
  #log = '';

  /** Starts it and opens the document. `options.node` runs it, `options.args` name it, `options.env` is added. */
  static async start({ node, args, env, usage }, { folder, file, languageId, text }) {
    const server = new MeasuredServer();
    const started = performance.now();
    server.#child = spawn(node, ['--require', usage, ...args], { cwd: folder, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
    server.#child.stdout.on('data', (chunk) => server.#take(chunk));
    server.#child.stderr.on('data', (chunk) => (server.#log += chunk));
    server.#child.stdin.on('error', () => undefined);
    server.#uri = pathToFileURL(path.join(folder, file)).href;

    const rootUri = pathToFileURL(folder).href;
    const capabilities = { textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } } };
    await server.#request('initialize', { processId: process.pid, rootUri, workspaceFolders: [{ uri: rootUri, name: 'folder' }], capabilities });
    server.#notify('initialized', {});
    const first = server.#nextDiagnostics();
    server.#notify('textDocument/didOpen', { textDocument: { uri: server.#uri, languageId, version: 1, text } });
    server.diagnostics = await first;
    server.cold = performance.now() - started;
    return server;
  }

  /** One change; answers milliseconds until the diagnostics of its version are here. */
  async edit(range, text) {
    this.#version++;
    const answer = this.#nextDiagnostics();
    const started = performance.now();
    this.#notify('textDocument/didChange', { textDocument: { uri: this.#uri, version: this.#version }, contentChanges: [{ range, text }] });
    this.diagnostics = await answer;
    return performance.now() - started;
  }

  /** Processor time so far, in milliseconds. */
  cpu() {
    return new Promise((resolve) => {
      this.#child.once('message', resolve);
      this.#child.send('usage');
    });
  }

  /** In good order, since machine code is kept at the end. */
  async stop() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 5000);
    await this.#request('shutdown');
    this.#notify('exit');
    await gone;
    clearTimeout(late);
  }

  #nextDiagnostics() {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no diagnostics of version ${this.#version}\n${this.#log}`)), 30_000);
      this.#published = (params) => {
        if (params.uri !== this.#uri || params.version !== this.#version) return;
        clearTimeout(limit);
        resolve(params.diagnostics);
      };
    });
  }

  #request(method, params) {
    const id = this.#answers.size + 1;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  #notify(method, params) {
    this.#send({ method, params });
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(chunk) {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const headEnd = this.#buffer.indexOf('\r\n\r\n');
      if (headEnd < 0) return;
      const end = headEnd + 4 + Number(/Content-Length: (\d+)/i.exec(this.#buffer.toString('latin1', 0, headEnd))[1]);
      if (this.#buffer.length < end) return;
      const { id, method, params, result } = JSON.parse(this.#buffer.toString('utf8', headEnd + 4, end));
      this.#buffer = this.#buffer.subarray(end);
      if (method === undefined) this.#answers.get(id)?.(result);
      else if (id !== undefined) this.#send({ id, result: null });
      else if (method === 'textDocument/publishDiagnostics') this.#published(params);
    }
  }
}
