export async function handler(event: { body: string }) {
  return { statusCode: 200, body: event.body };
}
