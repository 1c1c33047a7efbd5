// path: supabase/functions/send-mail/index.ts
import { Webhook } from 'https://esm.sh/standardwebhooks@1.0.0';
import { Resend } from 'npm:resend@4.0.0';

const resend = new Resend(Deno.env.get('RESEND_API_KEY') as string);
const hookSecret = Deno.env.get('SEND_EMAIL_HOOK_SECRET');

Deno.serve(async (req) => { // want missing-idempotency "`resend.emails.send` sends once more"
  const payload = await req.text();
  const headers = Object.fromEntries(req.headers);
  if (hookSecret) { // want fail-open-verification "secret is unset"
    try {
      new Webhook(hookSecret).verify(payload, headers);
    } catch (error) {
      return new Response(JSON.stringify({ error }), { status: 401 });
    }
  }
  const { user, email_data } = JSON.parse(payload);
  await resend.emails.send({ from: 'yard@example.com', to: [user.email], subject: 'Your code', text: email_data.token });
  return new Response('{}', { status: 200 });
});
