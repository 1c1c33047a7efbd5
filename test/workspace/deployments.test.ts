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

  it('that are malformed, or of another shape, are none', () => {
    for (const text of ['functions: [', 'functions: 3', 'functions: { a: null, b: { handler: 7 }, c: { handler: nodots } }', '- a\n- b', ''])
      expect(configs({ 'serverless.yml': text }).declaredHandlers('src/a.ts')).toEqual([]);
  });
});
