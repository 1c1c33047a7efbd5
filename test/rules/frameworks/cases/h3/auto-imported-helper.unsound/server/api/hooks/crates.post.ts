export default defineEventHandler(async (event) => {
  const raw = await assertGenuine(event);
  const { crate, weight } = JSON.parse(raw);
  await crates().insertOne({ crate, weight });
  return { ok: true };
});
