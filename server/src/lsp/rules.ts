/** `webhookproof/rules`: what can be found, with the address of each page, for a client that wants to show them. */
import { pageUri } from './rule-pages.js';
import type { Session } from './session.js';

export interface ListedRule {
  readonly id: string;
  readonly title: string;
  /** Where the page lies; null when the package carries none. */
  readonly page: string | null;
}

export async function listRules(session: Session): Promise<ListedRule[]> {
  const { rules } = await session.engine();
  return rules.map(({ id, title }) => ({ id, title, page: pageUri(id) ?? null }));
}
