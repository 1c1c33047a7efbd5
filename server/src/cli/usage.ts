/** What the command line says of itself. */

/** Told without a stack, exit code 2. */
export class UsageError extends Error {}

export const help = `webhookproof: finds webhook abuse in TypeScript, JavaScript and Python handlers, and repairs it

Usage
  webhookproof scan [PATH...]      findings in files and folders (the current folder without PATH)
  webhookproof fix PATH...         applies repairs that change nothing for legitimate senders
  webhookproof why FILE[:LINE]     which endpoints are seen, and why each is or is not taken to be checked
  webhookproof explain RULE        the page of a rule
  webhookproof rules               every rule with its title
  webhookproof lsp --stdio         the language server, for any editor

webhookproof <command> --help tells a command's options; --version the version.
`;

export const commandHelp: Readonly<Record<string, string>> = {
  scan: `webhookproof scan [PATH...]

  --format text|sarif|json   what to print (default: text)
  --output FILE              write the report there instead of to the terminal
  --fail-on LEVEL            exit with 1 on findings of this level or graver: error, warning, note, never
                             (default: warning)
  --rules ID[,ID]            only these rules
  --scope webhooks|all-endpoints
                             where the payload flows and what answers and logs reveal: of webhooks, or of every endpoint
                             (default: as the configuration says, else webhooks)
  --include-tests            also tests, mocks and fixtures, which are left out otherwise
  --dump-ir                  print the neutral form of every file instead of findings
  --stats                    say how much was seen and understood, and where the time went
  --no-color                 plain text; NO_COLOR does the same
  --quiet                    nothing but findings

Left out are files that git ignores, installed, vendored and built code, tests and fixtures; a FILE named here is always read.
Addresses are relative to PATH when it is one folder, else to the current folder.

webhookproof.config.json, the nearest one above a file, declares what cannot be read off the code.

Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong usage or configuration.
`,
  fix: `webhookproof fix PATH...

  --dry-run          print the changes, write nothing
  --unsafe           also repairs that change behaviour on purpose (they refuse unsigned requests)
  --test             also adds a regression test for each webhook endpoint that has none, in a new file: deliveries as its
                     sender signs them, for the project's runner (pytest, vitest, jest, mocha or node:test)
  --rules ID[,ID]    only findings of these rules
  --include-tests    also tests, mocks and fixtures
  --no-color --quiet

Exit codes: 0 nothing is left, 1 findings remain, 2 wrong usage or configuration.
`,
  why: `webhookproof why FILE[:LINE]

  --no-color

Prints the endpoints of FILE (with LINE only those around it) with the evidence for each, its verdict and the steps that lead to it.
`,
  explain: `webhookproof explain RULE

Prints the rule's page: what it finds, why it matters, unsound and sound code, what the remedies do, what it cannot see.
`,
  rules: `webhookproof rules

Prints every rule's id, level and title.
`,
  lsp: `webhookproof lsp --stdio

Speaks the language server protocol on standard input and output.
`,
};
