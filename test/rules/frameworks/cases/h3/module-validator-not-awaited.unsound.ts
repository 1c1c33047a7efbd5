// path: server/api/hooks/billing.post.ts
export default defineEventHandler(async (event) => { // want missing-idempotency "`sendMail` sends once more"
  if (!isValidStripeWebhook(event)) throw createError({ statusCode: 401, message: 'unauthorized' }); // want fail-open-verification "not awaited"
  const { data } = await readBody(event);
  await sendMail(data.object.receipt_email);
  return { ok: true };
});
