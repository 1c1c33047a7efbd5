/**
 * Where values come to light: logs, answers to the sender, exceptions. By the last name of the call, and of what it is made on; rows of
 * libraries with the effect `log` come on top.
 */

/** Members of a logger. */
export const logMembers: readonly string[] = [
  'log',
  'info',
  'warn',
  'warning',
  'error',
  'debug',
  'trace',
  'verbose',
  'notice',
  'fatal',
  'critical',
  'exception',
  'success',
  'dir',
  'table',
];

/** What a logger is called, in lower case. */
export const loggers: readonly string[] = ['console', 'log', 'logger', 'logging', '_logger', '_log', 'winston', 'pino', 'consola', 'loguru'];

/** Functions that print. */
export const printers: readonly string[] = ['print', 'pprint', 'pp'];

/** Members of an answer that send what they are handed. */
export const answerMembers: readonly string[] = ['send', 'json', 'jsonp', 'end', 'write', 'text', 'html', 'body', 'response', 'send_error'];

/** Types of answers, and of what answers are made with. */
export const answerTypes: readonly string[] = [
  'express.Response',
  'next.NextApiResponse',
  'fastify.FastifyReply',
  'hono.Context',
  'koa.Context',
  'hapi.Toolkit',
  'http.ServerResponse',
  'elysia.Context',
  'adonis.HttpContext.response',
  'http.server.BaseHTTPRequestHandler()',
  'http.server.SimpleHTTPRequestHandler()',
  'Response',
  'next/server.NextResponse',
];

/** What an answer is called where nothing tells its type. */
export const answerNames: readonly string[] = ['res', 'resp', 'response', 'reply', 'wfile'];

/** Functions, classes and exceptions whose arguments end up in the answer, by canonical name. */
export const answerCalls: readonly string[] = [
  'Response',
  'next/server.NextResponse',
  'next/server.NextResponse.json',
  'Response.json',
  '@remix-run/node.json',
  '@sveltejs/kit.json',
  '@sveltejs/kit.error',
  'flask.jsonify',
  'flask.make_response',
  'flask.Response',
  'flask.abort',
  'quart.jsonify',
  'quart.abort',
  'quart.make_response',
  'flask_restful.abort',
  'flask_restx.abort',
  'flask_smorest.abort',
  'apiflask.abort',
  'werkzeug.exceptions.abort',
  'werkzeug.exceptions.BadRequest',
  'werkzeug.exceptions.InternalServerError',
  'werkzeug.wrappers.Response',
  'h3.createError',
  'createError',
  'h3.send',
  'hono/http-exception.HTTPException',
  '@nestjs/common.HttpException',
  '@nestjs/common.InternalServerErrorException',
  '@nestjs/common.BadRequestException',
  '@nestjs/common.UnauthorizedException',
  '@nestjs/common.ForbiddenException',
  '@nestjs/common.NotFoundException',
  '@nestjs/common.ConflictException',
  '@nestjs/common.UnprocessableEntityException',
  '@nestjs/common.BadGatewayException',
  '@nestjs/common.ServiceUnavailableException',
  'http-errors',
  '@hapi/boom.badRequest',
  '@hapi/boom.badImplementation',
  '@hapi/boom.internal',
];

/** Functions that make text, or a plain copy, of their first argument, and so show it. */
export const copiers: readonly string[] = [
  'stringify',
  'str',
  'repr',
  'dict',
  'String',
  'toString',
  'inspect',
  'dumps',
  'fromEntries',
  'format',
  'decode',
  'encode',
  'items',
  'entries',
  'to_dict',
  'toJSON',
  'trim',
  'strip',
];

/** Exceptions of the language that say a contract was broken, not that something inside went wrong. */
export const expectedExceptions: readonly string[] = ['ValueError', 'NotImplementedError', 'PermissionError', 'PermissionDenied', 'LookupError'];

/** Exceptions of the language that speak of what is inside. */
export const unexpectedExceptions: readonly string[] = [
  'Exception',
  'BaseException',
  'StandardError',
  'RuntimeError',
  'OSError',
  'IOError',
  'ConnectionError',
  'AttributeError',
  'TypeError',
];

/** Modules whose exceptions carry a driver's or a server's own words. */
export const driverModules: readonly string[] = [
  'sqlalchemy',
  'psycopg2',
  'psycopg',
  'asyncpg',
  'pymysql',
  'MySQLdb',
  'sqlite3',
  'pymongo',
  'botocore',
  'redis',
  'requests',
  'httpx',
  'urllib3',
  'aiohttp',
  'boto3',
  'cassandra',
  'peewee',
  'smtplib',
  'subprocess',
];
