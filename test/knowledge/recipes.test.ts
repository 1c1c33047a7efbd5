import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { providerById, providers } from '../../server/src/knowledge/index.js';
import { carriesSignature, type Delivery, signDelivery } from '../support/sign.js';

interface Vector extends Delivery {
  readonly id: string;
  readonly provider: string;
  readonly valid: boolean;
  readonly secret?: string;
}

const vectors: readonly Vector[] = JSON.parse(readFileSync(new URL('../../server/src/knowledge/data/vectors.json', import.meta.url), 'utf8'));
const signed = vectors.filter((vector) => vector.secret !== undefined && providerById(vector.provider)?.recipe);

describe('recipes', () => {
  it('cover the keyed-hash vectors of the collection', () => {
    expect(vectors).toHaveLength(192);
    expect(signed).toHaveLength(165);
  });

  it.each(signed.map((vector) => [vector.id, vector] as const))('judge %s as recorded', (_, vector) => {
    const recipe = providerById(vector.provider)?.recipe;
    if (!recipe) throw new Error('no recipe');
    expect(carriesSignature(recipe, vector.secret ?? '', vector)).toBe(vector.valid);
  });

  const toHeaders = providers.filter((provider) => provider.recipe?.signature.in === 'header' && provider.recipe.signature.name !== null);

  it.each(toHeaders.map((provider) => [provider.id, provider] as const))('sign for %s what they accept, and nothing else', (_, provider) => {
    if (!provider.recipe) throw new Error('no recipe');
    const secret = '61626364656667686970717273747576';
    const url = 'https://parcels.test/inbox?data.id=ABC';
    const delivery = signDelivery(provider.recipe, secret, { url, body: 'parcel=7&note=caf%C3%A9' });
    expect(carriesSignature(provider.recipe, secret, delivery)).toBe(true);
    expect(carriesSignature(provider.recipe, secret.replace('6', '7'), delivery)).toBe(false);
    // Mercado Pago signs the resource's id alone; a changed body is for its API to notice.
    if (provider.id !== 'mercado-pago') expect(carriesSignature(provider.recipe, secret, { ...delivery, body: 'parcel=8&note=caf%C3%A9' })).toBe(false);
  });
});
