/** `webhookproof explain RULE` and `webhookproof rules`. */
import { readOptions, unknownRule } from './options.js';
import { ruleInfos } from './rule-infos.js';
import type { Command } from './run.js';
import { UsageError } from './usage.js';

export const explain: Command = async (args, terminal) => {
  const [id, ...more] = readOptions('explain', args, {}).positionals;
  if (id === undefined || more.length > 0) throw new UsageError('explain takes one rule; webhookproof rules lists them');
  const infos = ruleInfos();
  const rule = infos.find((each) => each.id === id);
  if (rule === undefined)
    throw new UsageError(
      unknownRule(
        id,
        infos.map((each) => each.id),
      ),
    );
  terminal.out(`${(rule.page ?? `# ${rule.title}`).trimEnd()}\n`);
  return 0;
};

export const listRules: Command = async (args, terminal) => {
  if (readOptions('rules', args, {}).positionals.length > 0) throw new UsageError('rules takes no arguments');
  const infos = ruleInfos();
  const width = Math.max(0, ...infos.map((rule) => rule.id.length));
  for (const { id, severity, title } of infos) terminal.out(`${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`);
  return 0;
};
