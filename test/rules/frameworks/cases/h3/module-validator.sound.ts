// path: server/api/hooks/billing.post.ts
export default defineEventHandler(async (event) => {
  if (!(await isValidStripeWebhook(event))) throw createError({ statusCode: 401, message: 'unauthorized' });
  const { data } = await readBody(event);
  await useStorage('billing').setItem(data.object.id, data.object);
  await useStorage('receipts').setItem(data.object.id, data.object.receipt_email);
  return { ok: true };
});
