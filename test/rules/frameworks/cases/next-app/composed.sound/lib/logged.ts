export const logged = (next: (request: Request) => Promise<Response>) => async (request: Request) => {
  console.info(request.method, request.url);
  return next(request);
};
