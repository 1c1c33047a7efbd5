/** What a handler of a provider reads besides the proof: the headers and fields that tell who sent it. */
import type { ProviderRow } from '../../../server/src/knowledge/rows.js';
import type { Dialect, Program } from './dialects.js';
import { fieldOf, namesOf } from './model.js';

/** Headers that are no part of the proof. */
function telling(provider: ProviderRow): string[] {
  return provider.headers.filter((name) => name !== provider.signatureHeader && !/signature|authorization|hmac/.test(name)).slice(0, 2);
}

export function signals(dialect: Dialect, provider: ProviderRow): string[] {
  return telling(provider).map((name, index) =>
    dialect.language === 'python' ? `kind_${index} = ${dialect.header(name)}` : `const kind${index} = ${dialect.header(name)};`,
  );
}

/** The proof is there, and nobody looks whether it is right. */
export function unchecked(dialect: Dialect, provider: ProviderRow): Program {
  const { path, field } = namesOf(provider);
  const proof = provider.signatureHeader ?? null;
  const isPython = dialect.language === 'python';
  const asked =
    proof === null
      ? []
      : isPython
        ? [`if not ${dialect.header(proof)}:`, `    ${dialect.refuse(401)}`]
        : [`if (!${dialect.header(proof)}) { ${dialect.refuse(401)} }`];
  const kept = telling(provider).map((_, index) => (isPython ? `"kind_${index}": kind_${index}` : `kind${index}`));
  const others = provider.payloadFields
    .map((one) => one.replace(/ .*$/, ''))
    .filter((one) => /^[A-Za-z_]+$/.test(one) && one !== field)
    .slice(0, 2)
    .map((one) => `${isPython ? `"${one}"` : one}: ${fieldOf(dialect, one)}`);
  const record = [isPython ? `"reference": ${fieldOf(dialect, field)}` : `reference: ${fieldOf(dialect, field)}`, ...others, ...kept].join(', ');
  return {
    path,
    parser: 'json',
    imports: [],
    before: [],
    body: [
      ...asked,
      isPython ? `event = ${dialect.parsed}` : `const event = ${dialect.parsed};`,
      ...signals(dialect, provider),
      isPython ? `parcels.insert_one({${record}})` : `await parcels.insertOne({ ${record} });`,
      dialect.answer,
    ],
  };
}
