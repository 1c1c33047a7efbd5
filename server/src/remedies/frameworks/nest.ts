/** NestJS: the bytes are kept when the application is created so; the handler sees them on the request that it asks for. */
import type { CallExpr } from '../../ir/model.js';
import { call, create, giveBack, imported, index, literal, member, name, raise, record } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { decline } from '../decline.js';
import { moduleName } from '../names.js';
import type { HandlerCode, Repair } from '../repair.js';
import { callsAround } from './around.js';
import { rawBodyOf } from './express.js';
import { keepRawBody, mountedParser } from './express-parsers.js';
import type { FrameworkWriter } from './framework.js';
import { keptBytes } from './serverless.js';

export const nest: FrameworkWriter = {
  ids: ['nestjs'],
  answersBy: 'call',
  sentFlag: 'headersSent',
  refuse: (_, status, message) => {
    return [
      raise(create(imported('@nestjs/common', errors[status] ?? (status >= 500 ? 'InternalServerErrorException' : 'UnauthorizedException')), literal(message))),
    ];
  },
  acknowledge: () => [giveBack(null)],
  header: (handler, header) => ({
    kind: 'typed',
    value: index(member(name(requestName(handler)), 'headers'), literal(header)),
    type: { code: 'string | undefined' },
  }),
  rawBody(repair, handler) {
    const property = keepBytes(repair, handler);
    return keptBytes(handler.editor.local('raw body', 'raw', 'body bytes'), rawBodyOf(requestName(handler), property));
  },
};

const errors: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  413: 'PayloadTooLargeException',
};

/** The parameter that holds the request; asked for where the handler has none. */
function requestName({ editor, fn }: HandlerCode): string {
  const known = editor.addedParameter(fn);
  if (known !== undefined) return known;
  const present = fn.params.find((param) =>
    param.decorators.some((one) => /^@nestjs\/common\.(?:Req|Request)\(\)$/.test(moduleName(editor.module, one) ?? '')),
  );
  if (present) {
    if (present.pattern.kind !== 'bind') decline('The handler takes its request apart; the check needs it whole.');
    return present.pattern.name;
  }
  if (!/\.[cm]?tsx?$/.test(editor.path)) decline('The request is asked for by a decorated parameter, which plain JavaScript has not.');
  const local = editor.local('request', 'incoming request');
  editor.addParameter(fn, `${local}: { rawBody?: Buffer; headers: Record<string, string | undefined> }`, call(imported('@nestjs/common', 'Req')));
  return local;
}

/** Where the application is created it is told to keep the bytes; the property they are kept in. */
function keepBytes(repair: Repair, handler: HandlerCode): string {
  const [bootstrap] = callsAround(repair, handler, (one) => one === '@nestjs/core.NestFactory.create', 8);
  if (bootstrap === undefined)
    decline(
      'Where the application is created is not in reach, and there it must be told to keep the bytes: `NestFactory.create(AppModule, { rawBody: true })`.',
    );
  const module = repair.source.module(bootstrap.path);
  const parser = module && mountedParser(module, bootstrap.path, Number.POSITIVE_INFINITY, null);
  if (parser) return keepRawBody(repair, parser);
  tellToKeep(repair, bootstrap.path, bootstrap.call);
  return 'rawBody';
}

function tellToKeep(repair: Repair, path: string, created: CallExpr): void {
  const editor = repair.file(path);
  const options = created.args.slice(1).find(({ value }) => value.kind === 'record')?.value;
  const kept: Draft = record({ rawBody: literal(true) });
  if (options?.kind !== 'record') {
    if (created.args.length === 0 || created.args.length > 2) decline('How the application is created is not in reach.');
    editor.insert(created.args.at(-1)?.value.range.end ?? 0, ', ', kept, '');
    return;
  }
  if (options.entries.some((entry) => entry.key === 'bodyParser' && entry.value.kind === 'literal' && entry.value.value === false))
    decline('The application has its body parser switched off; how it reads bodies is not in reach.');
  const present = options.entries.find((entry) => entry.key === 'rawBody');
  const last = options.entries.at(-1);
  if (present) {
    if (!(present.value.kind === 'literal' && present.value.value === true)) editor.replace(present.value.range, literal(true));
  } else if (last) editor.insert(last.value.range.end, ', rawBody: ', literal(true), '');
  else editor.replace(options.range, kept);
}
