// path: supabase/functions/send-mail/index.ts
import { Webhook } from 'https://esm.sh/standardwebhooks@1.0.0';
import { Resend } from 'npm:resend@4.0.0';

const resend = new Resend(Deno.env.get('RESEND_API_KEY') as string);
const hookSecret = Deno.env.get('SEND_EMAIL_HOOK_SECRET') as string;

Deno.serve(async (req) => {
  if (req.method !== 'POST') return new Response('not allowed', { status: 400 });
  const payload = await req.text();
  const headers = Object.fromEntries(req.headers);
  const wh = new Webhook(hookSecret);
  try {
    const { user, email_data } = wh.verify(payload, headers) as { user: { email: string }; email_data: { token: string } };
    await resend.emails.send({ from: 'yard@example.com', to: [user.email], subject: 'Your code', text: email_data.token }, { idempotencyKey: headers['webhook-id'] });
  } catch (error) {
    return new Response(JSON.stringify({ error }), { status: 401 });
  }
  return new Response('{}', { status: 200 });
});
