type Handler = (request: Request) => Promise<Response>;
type Wrapper = (next: Handler) => Handler;

export const compose =
  (...wrappers: Wrapper[]) =>
  (handler: Handler): Handler =>
    wrappers.reduceRight((inner, wrap) => wrap(inner), handler);
