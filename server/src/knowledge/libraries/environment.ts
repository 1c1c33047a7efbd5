import type { LibraryRow } from '../rows.js';

/** Settings of the process. `process.env.X` is the member X of what these rows mark, and so an environment value by flow. */
export const jsEnvironment: LibraryRow = {
  id: 'js-environment',
  docs: 'https://nodejs.org/api/process.html#processenv',
  packages: ['dotenv', '@t3-oss/env-core', '@t3-oss/env-nextjs', 'envalid', 'env-var', '@nestjs/config', 'config', 'firebase-functions'],
  members: [
    { name: 'process.env', is: ['environment'] },
    { name: 'globalThis.process.env', is: ['environment'] },
    { name: 'import.meta.env', is: ['environment'] },
    { name: 'Bun.env', is: ['environment'] },
    { name: 'Deno.env', is: ['environment'] },
    { name: 'cloudflare:workers.env', is: ['environment'] },
    { name: '$env/static/private', is: ['environment'] },
    { name: '$env/static/public', is: ['environment'] },
    { name: '$env/dynamic/private.env', is: ['environment'] },
    { name: 'std-env.env', is: ['environment'] },
    { name: 'astro:env/server', is: ['environment'] },
  ],
  calls: [
    { call: 'Deno.env.get', setting: { name: 0 }, result: { is: ['environment'], from: [] } },
    {
      call: '@t3-oss/env-core.createEnv',
      also: ['@t3-oss/env-nextjs.createEnv', '@t3-oss/env-nuxt.createEnv', 'envalid.cleanEnv', 'znv.parseEnv'],
      result: { is: ['environment'], from: [] },
    },
    { call: 'env-var.get', setting: { name: 0 }, result: { is: ['environment'], from: [] } },
    { call: 'dotenv.config', result: { from: [] } },
    {
      call: '@nestjs/config.ConfigService().get',
      anyReceiver: ['configService.get'],
      setting: { name: 0, fallback: 1 },
      result: { is: ['environment'], from: [1] },
    },
    {
      call: '@nestjs/config.ConfigService().getOrThrow',
      anyReceiver: ['configService.getOrThrow'],
      setting: { name: 0, raises: true },
      result: { is: ['environment'], from: [] },
    },
    { call: 'config.get', setting: { name: 0, raises: true }, result: { is: ['environment'], from: [] } },
    { call: 'useRuntimeConfig', also: ['#imports.useRuntimeConfig', 'nitropack/runtime.useRuntimeConfig'], result: { is: ['environment'], from: [] } },
    {
      call: 'firebase-functions/params.defineSecret',
      also: ['firebase-functions/params.defineString'],
      setting: { name: 0 },
      result: { is: ['environment', 'secret'], from: [] },
    },
    {
      call: 'firebase-functions/params.defineSecret().value',
      also: ['firebase-functions/params.defineString().value'],
      result: { is: ['environment', 'secret'], from: [] },
    },
    { call: 'firebase-functions.config', result: { is: ['environment'], from: [] } },
  ],
};

export const pythonEnvironment: LibraryRow = {
  id: 'python-environment',
  docs: 'https://docs.python.org/3/library/os.html#os.environ',
  packages: ['python-decouple', 'python-dotenv', 'environs', 'django-environ', 'starlette', 'pydantic-settings', 'dynaconf'],
  members: [
    { name: 'os.environ', is: ['environment'], entriesRaise: true },
    { name: 'os.environb', is: ['environment'], entriesRaise: true },
    { name: 'flask.current_app.config', is: ['environment'], entriesRaise: true },
    { name: 'flask.Flask().config', is: ['environment'], entriesRaise: true },
    { name: 'flask.Flask.config', is: ['environment'], entriesRaise: true },
    { name: 'django.conf.settings', is: ['environment'] },
    { name: 'dynaconf.settings', is: ['environment'] },
  ],
  calls: [
    { call: 'os.getenv', setting: { name: '0:key', fallback: '1:default' }, result: { is: ['environment'], from: [1] } },
    {
      call: 'os.environ.get',
      also: ['os.environ.setdefault', 'os.environ.pop', 'os.environb.get', 'os.getenvb'],
      setting: { name: '0:key', fallback: '1:default' },
      result: { is: ['environment'], from: [1] },
    },
    {
      call: 'flask.current_app.config.get',
      also: ['flask.Flask().config.get', 'flask.Flask.config.get'],
      anyReceiver: ['app.config.get', 'current_app.config.get'],
      setting: { name: 0, fallback: 1 },
      result: { is: ['environment'], from: [1] },
    },
    {
      call: 'decouple.config',
      also: ['starlette.config.Config()', 'decouple.AutoConfig()'],
      setting: { name: 0, fallback: 'name:default', raises: true },
      result: { is: ['environment'], from: [] },
    },
    { call: 'dotenv.dotenv_values', result: { is: ['environment'], from: [] } },
    { call: 'dotenv.load_dotenv', also: ['dotenv.find_dotenv'], result: { from: [] } },
    { call: 'dotenv.get_key', setting: { name: 1 }, result: { is: ['environment'], from: [] } },
    {
      call: 'environs.Env()',
      also: ['environs.env', 'environs.Env().str', 'environs.env.str', 'environ.Env()', 'environ.Env().str'],
      setting: { name: 0, fallback: '1:default', raises: true },
      result: { is: ['environment'], from: [1] },
    },
    {
      call: 'environs.Env().bool',
      also: ['environs.env.bool', 'environs.Env().int', 'environs.env.int', 'environ.Env().bool', 'environ.Env().int'],
      setting: { name: 0, fallback: '1:default', raises: true },
      result: { is: ['environment'], from: [] },
    },
    { call: 'pydantic_settings.BaseSettings', result: { is: ['environment'], from: [] } },
  ],
};

/** Vaults: their answers are key material. */
export const vaults: LibraryRow = {
  id: 'vaults',
  docs: 'https://docs.aws.amazon.com/secretsmanager/',
  packages: ['boto3', '@aws-sdk/client-secrets-manager', '@google-cloud/secret-manager', 'google-cloud-secret-manager', 'hvac', '@azure/keyvault-secrets'],
  calls: [
    { call: 'boto3.client().get_secret_value', anyReceiver: ['get_secret_value'], result: { is: ['secret'], from: [] } },
    {
      call: '@google-cloud/secret-manager.SecretManagerServiceClient().accessSecretVersion',
      anyReceiver: ['accessSecretVersion'],
      result: { is: ['secret', 'promise'], from: [] },
    },
    {
      call: 'google.cloud.secretmanager.SecretManagerServiceClient().access_secret_version',
      anyReceiver: ['access_secret_version'],
      result: { is: ['secret'], from: [] },
    },
    { call: '@azure/keyvault-secrets.SecretClient().getSecret', result: { is: ['secret', 'promise'], from: [] } },
    { call: 'hvac.Client().secrets.kv.v2.read_secret_version', anyReceiver: ['read_secret_version'], result: { is: ['secret'], from: [] } },
  ],
};
