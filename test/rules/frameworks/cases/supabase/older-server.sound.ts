// path: supabase/functions/billing-webhook/index.ts
import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
import Stripe from 'https://esm.sh/stripe@14?target=denonext';
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';

const stripe = new Stripe(Deno.env.get('STRIPE_KEY') as string, { apiVersion: '2023-10-16' });
const cryptoProvider = Stripe.createSubtleCryptoProvider();
const database = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

serve(async (request) => {
  const signature = request.headers.get('Stripe-Signature');
  const body = await request.text();
  let event;
  try {
    event = await stripe.webhooks.constructEventAsync(body, signature!, Deno.env.get('STRIPE_WEBHOOK_SIGNING_SECRET')!, undefined, cryptoProvider);
  } catch (error) {
    return new Response(error.message, { status: 400 });
  }
  await database.from('votes').insert({ vote: event.data.object.id });
  return new Response(JSON.stringify({ ok: true }), { status: 200 });
});
