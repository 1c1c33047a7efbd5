/** Files of a workspace that receive no deliveries. Some speak of webhooks all the same, as settings pages and clients do. */
import { surroundings as flaskSurroundings } from './flask.mjs';

const typescript = [
  ({ noun, index, salt }) => `
export class ${capital(noun)}Repository${index} {
  readonly #rows = new Map<string, ${capital(noun)}${index}>();

  constructor(private readonly group = ${salt}) {}

  find(id: string): ${capital(noun)}${index} | undefined {
    return this.#rows.get(id);
  }

  save(row: ${capital(noun)}${index}): void {
    const known = this.#rows.get(row.id);
    if (known !== undefined && known.version > row.version) throw new Error(\`\${row.id} is older than what is stored in \${this.group}\`);
    this.#rows.set(row.id, { ...row, version: row.version + 1 });
  }

  *olderThan(days: number): Generator<${capital(noun)}${index}> {
    const limit = Date.now() - days * 86_400_000;
    for (const row of this.#rows.values()) if (row.updatedAt < limit) yield row;
  }
}

export interface ${capital(noun)}${index} {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: number;
  readonly tags: readonly string[];
}
`,
  ({ noun, index, salt }) => `
export async function list${capital(noun)}${index}(options: { page?: number; size?: number; query?: string } = {}): Promise<Page<${'unknown'}>> {
  const { page = 1, size = ${10 + (salt % 40)}, query = '' } = options;
  const parameters = new URLSearchParams({ page: String(page), size: String(size), query });
  const { data } = await axios.get(\`/api/${noun}?\${parameters}\`);
  return { items: data.items, total: data.total, hasMore: page * size < data.total };
}

export async function create${capital(noun)}${index}(body: Record<string, unknown>): Promise<string> {
  const { data } = await axios.post('/api/${noun}', body, { timeout: ${salt % 9000} });
  return data.id;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly hasMore: boolean;
}
`,
  ({ noun, index, salt }) => `
export function summarise${capital(noun)}${index}(rows: readonly { amount: number; currency: string; day: string }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { amount, currency, day } of rows) {
    const key = \`\${currency}:\${day.slice(0, 7)}\`;
    sums.set(key, (sums.get(key) ?? 0) + Math.round(amount * 100));
  }
  const [first, ...rest] = [...sums].sort(([left], [right]) => left.localeCompare(right));
  if (first === undefined) return sums;
  return rest.reduce((all, [key, cents]) => (cents > ${salt} ? all.set(key, cents) : all), new Map([first]));
}

const format${capital(noun)}${index} = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', maximumFractionDigits: ${salt % 3} });

export const show${capital(noun)}${index} = (cents: number): string => format${capital(noun)}${index}.format(cents / 100);
`,
  ({ noun, index, salt }) => `
export type ${capital(noun)}Event${index} =
  | { type: '${noun}.opened'; id: string; by: string }
  | { type: '${noun}.closed'; id: string; reason: 'done' | 'late' | 'lost' }
  | { type: '${noun}.moved'; id: string; from: number; to: number };

export function reduce${capital(noun)}${index}(state: Readonly<Record<string, number>>, event: ${capital(noun)}Event${index}): Record<string, number> {
  switch (event.type) {
    case '${noun}.opened':
      return { ...state, [event.id]: ${salt} };
    case '${noun}.closed': {
      const { [event.id]: _gone, ...rest } = state;
      return rest;
    }
    case '${noun}.moved':
      return event.from === event.to ? { ...state } : { ...state, [event.id]: (state[event.id] ?? 0) + event.to - event.from };
  }
}
`,
  ({ noun, index, salt }) => `
export function use${capital(noun)}${index}(id: string) {
  const [state, setState] = useState<{ loading: boolean; error?: Error; value?: unknown }>({ loading: true });
  useEffect(() => {
    let isGone = false;
    fetch(\`/api/${noun}/\${encodeURIComponent(id)}?group=${salt}\`)
      .then(async (answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
      .then((value) => !isGone && setState({ loading: false, value }))
      .catch((error: Error) => !isGone && setState({ loading: false, error }));
    return () => {
      isGone = true;
    };
  }, [id]);
  return state;
}

export const labels${capital(noun)}${index} = { title: 'Webhook settings', empty: 'No webhook has been set up yet', add: 'Add a webhook' };
`,
];

const python = [
  ...flaskSurroundings,
  ({ noun, index, salt }) => `

@dataclass(frozen=True)
class ${capital(noun)}${index}:
    id: str
    amount: int
    currency: str = "eur"
    tags: tuple[str, ...] = field(default_factory=tuple)

    @property
    def is_large(self) -> bool:
        return self.amount > ${salt} and self.currency in {"eur", "usd"}

    def merged(self, other: "${capital(noun)}${index}") -> "${capital(noun)}${index}":
        if other.id != self.id:
            raise ValueError(f"{other.id} is not {self.id}")
        return replace(self, amount=max(self.amount, other.amount), tags=tuple(sorted({*self.tags, *other.tags})))


def total_${noun}_${index}(rows: list[${capital(noun)}${index}], since: int = 0) -> dict[str, int]:
    sums: dict[str, int] = {}
    for row in rows:
        if row.amount < since:
            continue
        sums[row.currency] = sums.get(row.currency, 0) + row.amount
    return {key: value for key, value in sorted(sums.items()) if value}
`,
];

export const ordinary = {
  ts: {
    head: (depth) =>
      `import axios from 'axios';\nimport { useEffect, useState } from 'react';\nimport { logger } from '${'../'.repeat(depth)}lib/logger';\n\nlogger.info('loaded');\n`,
    pieces: typescript,
  },
  py: {
    head: () =>
      'import logging\nimport os\nimport time\nfrom dataclasses import dataclass, field, replace\n\nimport requests\nfrom sqlalchemy import text\nfrom sqlalchemy.orm import Session\n\nlog = logging.getLogger(__name__)\n',
    pieces: python,
  },
};

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
