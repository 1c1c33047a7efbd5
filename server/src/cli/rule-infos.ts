/** The rules as reports and pages need them. */
import type { RuleInfo } from '../reports/model.js';
import { rules } from '../rules/registry.js';

export function ruleInfos(): readonly RuleInfo[] {
  return rules.map(({ id, title, severity, page }) => ({ id, title, severity, page })).sort((left, right) => (left.id < right.id ? -1 : 1));
}
