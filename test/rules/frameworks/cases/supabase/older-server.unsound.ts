// path: supabase/functions/billing-webhook/index.ts
import { serve } from 'https://deno.land/std@0.168.0/http/server.ts';
import { createClient } from 'https://esm.sh/@supabase/supabase-js@2';

const database = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);

serve(async (request) => { // want missing-signature-verification "no signature check"
  const event = await request.json();
  if (event.type === 'checkout.session.completed') await database.from('votes').insert({ vote: event.data.object.id });
  return new Response(JSON.stringify({ ok: true }), { status: 200 });
});
