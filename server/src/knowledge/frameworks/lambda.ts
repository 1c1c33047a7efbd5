import type { FrameworkRow } from '../rows.js';

export const lambda: FrameworkRow = {
  id: 'lambda',
  name: 'AWS Lambda',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html',
  packages: ['aws-lambda', '@types/aws-lambda', 'aws-sdk'],
  entryPoints: [
    {
      exports: ['handler', 'webhook', 'webhookHandler', 'githubWebhookListener'],
      params: ['lambda.Event', 'lambda.Context', null],
      takes: { named: ['event', 'evt', 'e', '_event', 'req', 'request', 'apiEvent', 'gatewayEvent'], fields: ['body', 'headers'] },
    },
  ],
  members: [
    { name: 'lambda.Event', is: ['request'] },
    { name: 'lambda.Event.body', is: ['raw-body', 'payload'] },
    { name: 'lambda.Event.headers', is: ['headers'] },
    { name: 'lambda.Event.multiValueHeaders', is: ['headers'] },
    { name: 'lambda.Event.queryStringParameters', is: ['query'] },
    { name: 'lambda.Event.multiValueQueryStringParameters', is: ['query'] },
    { name: 'lambda.Event.rawQueryString', is: ['query'] },
    { name: 'lambda.Event.pathParameters', is: ['route-parameter'] },
    { name: 'lambda.Event.httpMethod', is: ['method'] },
    { name: 'lambda.Event.requestContext.http.method', is: ['method'] },
  ],
  bodyBefore: 'on-demand',
  writing: { rawBody: '{request}.body', header: "{request}.headers['{header}']", refuse: "return { statusCode: {status}, body: '{text}' }" },
};
