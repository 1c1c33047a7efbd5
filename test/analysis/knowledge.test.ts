import { describe, expect, it } from 'vitest';
import { builtIn, knowledgeWith } from '../../server/src/analysis/knowledge.js';
import type { FrameworkRow, ProviderRow } from '../../server/src/knowledge/rows.js';

const stripe = builtIn.providers.byId('stripe') as ProviderRow;
const parcels: ProviderRow = {
  ...stripe,
  id: 'parcels',
  name: 'Parcels',
  signatureHeader: 'x-parcels-seal',
  headers: ['x-parcels-seal', 'stripe-signature'],
  calls: [{ call: 'parcels.Client().open', anyReceiver: ['openParcel'], guard: { accepts: 'not-null', proves: ['signature'] } }],
};
const trolley: FrameworkRow = {
  id: 'trolley',
  name: 'Trolley',
  docs: '',
  packages: ['trolley'],
  members: [{ name: 'trolley.Load.bytes', is: ['raw-body'] }],
  calls: [{ call: 'trolley.Load.tag', also: ['trolley.Load.label'], result: { is: ['header'] } }],
  bodyBefore: 'on-demand',
};

const nothing = { verifiers: new Map(), gateways: [], webhooks: [] };

describe('rows of the user’s own', () => {
  const knowledge = knowledgeWith({ frameworks: [trolley], providers: [parcels], declared: nothing });

  it('are found by every name they have', () => {
    expect(knowledge.rows.call('parcels.Client().open')?.guard?.accepts).toBe('not-null');
    expect(knowledge.rows.call('parcels.Client.open')).toBe(knowledge.rows.call('parcels.Client().open'));
    expect(knowledge.rows.anyReceiver('openParcel')).toBe(knowledge.rows.call('parcels.Client().open'));
    expect(knowledge.rows.call('trolley.Load.label')?.result?.is).toEqual(['header']);
    expect(knowledge.rows.member('trolley.Load.bytes')?.is).toEqual(['raw-body']);
    expect(knowledge.providers.byId('parcels')).toBe(parcels);
    expect(knowledge.providers.byHeader('X-Parcels-Seal')).toEqual([parcels]);
    expect(knowledge.frameworks[0]).toBe(trolley);
  });

  it('stand beside the built-in ones', () => {
    expect(knowledge.rows.call('hmac.compare_digest')).toBe(builtIn.rows.call('hmac.compare_digest'));
    expect(knowledge.providers.byHeader('stripe-signature')).toEqual([parcels, ...builtIn.providers.byHeader('stripe-signature')]);
    expect(knowledge.providers.all).toHaveLength(builtIn.providers.all.length + 1);
    expect(knowledge.frameworks).toHaveLength(builtIn.frameworks.length + 1);
    expect(builtIn.rows.call('parcels.Client().open')).toBeUndefined();
  });

  it('take the place of a built-in row with their id', () => {
    const express = builtIn.frameworks.find((one) => one.id === 'express') as FrameworkRow;
    const other = knowledgeWith({
      frameworks: [{ ...express, packages: ['ours'] }],
      providers: [{ ...stripe, headers: ['x-ours'], signatureHeader: 'x-ours' }],
      declared: nothing,
    });
    expect(other.frameworks.filter((one) => one.id === 'express').map((one) => one.packages)).toEqual([['ours']]);
    expect(other.providers.byHeader('stripe-signature').map((one) => one.id)).not.toContain('stripe');
    expect(other.providers.byId('stripe')?.headers).toEqual(['x-ours']);
  });
});
