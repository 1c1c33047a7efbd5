type Handler = (request: Request) => Promise<Response>;

export function answered(handler: Handler): Handler {
  return async (request) => {
    try {
      return await handler(request);
    } catch (error) {
      console.error(String(error));
      return new Response('internal error', { status: 500 });
    }
  };
}
