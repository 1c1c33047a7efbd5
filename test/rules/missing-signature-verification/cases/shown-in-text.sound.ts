// path: app/docs/examples.ts
/**
 * What the guide shows:
 *
 *     app.post('/webhooks/orders', async (req, res) => {
 *       await orders.insert(req.body);
 *       res.sendStatus(200);
 *     });
 */
export const quickStart = `
app.post('/webhooks/orders', async (req, res) => {
  await orders.insert(req.body);
  res.sendStatus(200);
});
`;

// export async function POST(request: Request) {
//   await orders.insert(await request.json());
// }
