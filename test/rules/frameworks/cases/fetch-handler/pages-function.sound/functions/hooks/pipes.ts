interface Env {
  PIPES: KVNamespace;
}

export const onRequestPost: PagesFunction<Env> = async ({ request, env }) => {
  const { pipe, metres } = await request.json<{ pipe: string; metres: number }>();
  await env.PIPES.put(pipe, String(metres));
  return new Response(null, { status: 204 });
};
