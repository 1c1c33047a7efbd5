import { describe, expect, it } from 'vitest';
import { Configs } from '../../server/src/workspace/configs.js';
import { Disk } from '../../server/src/workspace/disk.js';
import { temporaryProject } from './temporary-project.js';

function configs(files: Readonly<Record<string, string>>): Configs {
  const ignore = (): void => undefined;
  return new Configs(new Disk(temporaryProject(files), ignore), ignore);
}

describe('handlers that deployment files name', () => {
  it('of serverless.yml, with their routes', () => {
    const read = configs({
      'services/intake/serverless.yml': `functions:
  one: { handler: src/parcels.take, events: [{ httpApi: POST /hooks/parcels }] }
  two: { handler: src/parcels.again, events: [{ http: { path: hooks/again, method: post } }] }
  three: { handler: src/parcels.nightly, events: [{ schedule: rate(1 day) }] }
  four: { handler: src/parcels.open, url: true }
`,
    });
    expect(read.declaredHandlers('services/intake/src/parcels.ts').map(({ name, isHttp, path, method }) => [name, isHttp, path, method])).toEqual([
      ['take', true, '/hooks/parcels', 'POST'],
      ['again', true, '/hooks/again', 'POST'],
      ['nightly', false, null, null],
      ['open', true, null, null],
    ]);
    expect(read.declaredHandlers('services/other/src/parcels.ts')).toEqual([]);
  });

  it('of templates with tags of their own, below the folder of the code', () => {
    const read = configs({
      'template.yaml': `Globals: { Function: { CodeUri: src } }
Resources:
  Table: { Type: AWS::DynamoDB::Table }
  Take:
    Type: AWS::Serverless::Function
    Properties:
      Handler: parcels.take
      Environment: { Variables: { TABLE: !Ref Table } }
      Events: { Post: { Type: Api, Properties: { Path: /hooks/parcels, Method: post } } }
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Handler: parcels.work
      Events: { Queue: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn } } }
`,
    });
    expect(read.declaredHandlers('src/parcels.js').map(({ name, isHttp, path }) => [name, isHttp, path])).toEqual([
      ['take', true, '/hooks/parcels'],
      ['work', false, null],
    ]);
  });

  it('with what the gateway asks first', () => {
    const read = configs({
      'serverless.yml': `provider: { httpApi: { authorizers: { partner: { type: request, functionName: check }, token: { issuerUrl: https://issuer.example } } } }
functions:
  check: { handler: src/check.allow }
  one: { handler: src/parcels.one, events: [{ http: { path: /a, method: post, authorizer: check } }] }
  two: { handler: src/parcels.two, events: [{ httpApi: { path: /b, method: post, authorizer: { name: partner } } }] }
  three: { handler: src/parcels.three, events: [{ httpApi: { path: /c, method: post, authorizer: { name: token } } }] }
  four: { handler: src/parcels.four, events: [{ http: { path: /d, method: post, authorizer: AWS_IAM } }] }
  five: { handler: src/parcels.five, events: [{ http: { path: /e, method: post, authorizer: { arn: 'arn:aws:lambda:eu-west-1:1:function:x' } } }] }
  six: { handler: src/parcels.six, events: [{ http: POST /f }] }
`,
      'template.yaml': `Globals: { HttpApi: { Auth: { DefaultAuthorizer: Gate, Authorizers: { Gate: { FunctionArn: !GetAtt Check.Arn } } } } }
Resources:
  Check: { Type: AWS::Serverless::Function, Properties: { CodeUri: gate, Handler: app.allow } }
  Seven: { Type: AWS::Serverless::Function, Properties: { Handler: src/parcels.seven, Events: { E: { Type: HttpApi, Properties: { Path: /g } } } } }
  Eight: { Type: AWS::Serverless::Function, Properties: { Handler: src/parcels.eight, Events: { E: { Type: HttpApi, Properties: { Path: /h, Auth: { Authorizer: NONE } } } } } }
`,
    });
    const check = { stem: 'src/check', name: 'allow' };
    expect(Object.fromEntries(read.declaredHandlers('src/parcels.ts').map(({ name, authorizer }) => [name, authorizer]))).toEqual({
      one: { kind: 'function', name: 'check', handler: check },
      two: { kind: 'function', name: 'partner', handler: check },
      three: { kind: 'platform', name: 'token' },
      four: { kind: 'platform', name: 'AWS_IAM' },
      five: { kind: 'unknown', name: '' },
      six: null,
      seven: { kind: 'function', name: 'Check', handler: { stem: 'gate/app', name: 'allow' } },
      eight: null,
    });
  });

  it('that are malformed, or of another shape, are none', () => {
    for (const text of ['functions: [', 'functions: 3', 'functions: { a: null, b: { handler: 7 }, c: { handler: nodots } }', '- a\n- b', ''])
      expect(configs({ 'serverless.yml': text }).declaredHandlers('src/a.ts')).toEqual([]);
  });
});

describe('handlers that Terraform deploys', () => {
  const code = `data "archive_file" "code" {
  type       = "zip"
  source_dir = "\${path.module}/../services/intake"
}
resource "aws_lambda_function" "take" {
  handler  = "parcels.take"
  filename = data.archive_file.code.output_path
  tags = {
    handler = "not.this"
  }
}
`;

  it('with the routes of the gateway, and the platform in front of them', () => {
    const read = configs({
      'infra/main.tf': code,
      'infra/gateway.tf': `resource "aws_apigatewayv2_integration" "take" {
  integration_uri = aws_lambda_function.take.invoke_arn # the newest
}
resource "aws_apigatewayv2_route" "take" {
  route_key          = "POST /hooks/parcels"
  target             = "integrations/\${aws_apigatewayv2_integration.take.id}"
  authorization_type = "AWS_IAM"
}
`,
    });
    const [found] = read.declaredHandlers('services/intake/parcels.ts');
    expect([found?.name, found?.isHttp, found?.path, found?.method, found?.authorizer?.kind]).toEqual(['take', true, '/hooks/parcels', 'POST', 'platform']);
  });

  it('with the methods of an older gateway, and an authorizer out of sight', () => {
    const read = configs({
      'infra/main.tf': `${code}resource "aws_api_gateway_method" "take" {
  resource_id   = aws_api_gateway_resource.parcels.id
  http_method   = "POST"
  authorization = "CUSTOM"
  authorizer_id = var.authorizer
}
resource "aws_api_gateway_integration" "take" {
  resource_id = aws_api_gateway_resource.parcels.id
  http_method = aws_api_gateway_method.take.http_method
  uri         = aws_lambda_function.take.invoke_arn
}
`,
    });
    const [found] = read.declaredHandlers('services/intake/parcels.ts');
    expect([found?.method, found?.authorizer?.kind]).toEqual(['POST', 'unknown']);
  });

  it('of a queue, which are no endpoints; and nothing of a file that breaks off', () => {
    const queue = `resource "aws_lambda_event_source_mapping" "take" {
  function_name = aws_lambda_function.take.arn
}
`;
    expect(
      configs({ 'infra/main.tf': `${code}${queue}` })
        .declaredHandlers('services/intake/parcels.ts')
        .map((one) => one.isHttp),
    ).toEqual([false]);
    for (let length = 0; length < code.length; length += 7) configs({ 'infra/main.tf': code.slice(0, length) }).declaredHandlers('services/intake/parcels.ts');
  });
});
