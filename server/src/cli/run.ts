/**
 * The command `webhookproof`. Each command is a file that is loaded when it is asked for.
 *
 * Exit codes: 0 nothing to tell, 1 findings, 2 wrong usage or a fault of ours.
 */
import { nearest } from '../configuration/nearest.js';
import type { Terminal } from './terminal.js';
import { commandHelp, help, UsageError } from './usage.js';
import { version } from './version.js';

export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import('./scan.js')).scan,
  fix: async () => (await import('./fix.js')).fix,
  why: async () => (await import('./why.js')).why,
  explain: async () => (await import('./explain.js')).explain,
  rules: async () => (await import('./explain.js')).listRules,
  lsp: async () => (await import('./lsp.js')).lsp,
};

export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === '--version' || name === '-v') return say(terminal, `${version}\n`);
    if (name === '--help' || name === '-h' || name === 'help') return say(terminal, commandHelp[rest[0] ?? ''] ?? help);
    if (name === undefined) throw new UsageError('a command is missing; see webhookproof --help');
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command === undefined) throw new UsageError(unknownCommand(name));
    const optionsEnd = rest.indexOf('--');
    if ((optionsEnd === -1 ? rest : rest.slice(0, optionsEnd)).some((each) => each === '--help' || each === '-h'))
      return say(terminal, commandHelp[name] ?? help);
    return await (await command())(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) terminal.err(`webhookproof: ${error.message}\n`);
    else terminal.err(`webhookproof: this should not have happened: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 2;
  }
}

function unknownCommand(name: string): string {
  if (name.startsWith('-')) return `unknown option ${name}; see webhookproof --help`;
  const meant = nearest(name, Object.keys(commands));
  return `unknown command ${JSON.stringify(name)}${meant === undefined ? '; see webhookproof --help' : `; did you mean ${meant}?`}`;
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}
