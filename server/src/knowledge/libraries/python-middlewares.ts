import type { LibraryRow } from '../rows.js';

export const flaskExtensions: LibraryRow = {
  id: 'flask-extensions',
  docs: 'https://flask-limiter.readthedocs.io/',
  packages: ['Flask-Limiter', 'Flask-Cors', 'Flask-WTF', 'Flask-Caching', 'Flask-HTTPAuth', 'Flask-Login', 'Flask-Talisman', 'flasgger', 'Flask-SeaSurf'],
  calls: [
    {
      call: 'flask_limiter.Limiter().limit',
      also: ['flask_limiter.Limiter().shared_limit', 'flask_limiter.Limiter.limit'],
      anyReceiver: ['limiter.limit', 'limiter.shared_limit'],
      stage: { harmless: true, proves: ['rate'] },
    },
    { call: 'flask_limiter.Limiter().exempt', also: ['flask_limiter.Limiter().request_filter'], anyReceiver: ['limiter.exempt'], stage: { harmless: true } },
    { call: 'flask_cors.cross_origin', also: ['flask_cors.CORS'], anyReceiver: ['cross_origin'], stage: { harmless: true } },
    {
      call: 'flask_wtf.csrf.CSRFProtect().exempt',
      also: [
        'flask_wtf.CSRFProtect().exempt',
        'flask_wtf.csrf.CsrfProtect().exempt',
        'flask_seasurf.SeaSurf().exempt',
        'django.views.decorators.csrf.csrf_exempt',
      ],
      anyReceiver: ['csrf.exempt', 'csrf_exempt'],
      stage: { harmless: true },
    },
    { call: 'flask_caching.Cache().cached', also: ['flask_caching.Cache().memoize'], stage: { harmless: true } },
    { call: 'flask_talisman.Talisman()', stage: { harmless: true } },
    {
      call: 'flasgger.swag_from',
      also: [
        'flasgger.utils.swag_from',
        'ddtrace.tracer.wrap',
        'newrelic.agent.background_task',
        'sentry_sdk.trace',
        'functools.wraps',
        'typing.no_type_check',
        'functools.lru_cache',
        'functools.cache',
        'staticmethod',
        'classmethod',
      ],
      stage: { harmless: true },
    },
    {
      call: 'flask_httpauth.HTTPBasicAuth().login_required',
      also: ['flask_httpauth.HTTPTokenAuth().login_required', 'flask_httpauth.HTTPDigestAuth().login_required', 'flask_httpauth.MultiAuth().login_required'],
      stage: { proves: ['token', 'identity'] },
    },
    {
      call: 'flask_login.login_required',
      also: ['flask_security.auth_required', 'flask_security.login_required', 'flask_security.auth_token_required'],
      anyReceiver: ['login_required'],
      stage: { proves: ['identity'] },
    },
    { call: 'asgiref.sync.async_to_sync', also: ['asgiref.sync.sync_to_async'], result: { from: ['arguments'] } },
    { call: 'werkzeug.middleware.proxy_fix.ProxyFix', stage: { harmless: true } },
  ],
};

/** The parsed Authorization header: absent it is None, and comparing it is up to the handler. */
export const httpAuth: LibraryRow = {
  id: 'flask-http-auth',
  docs: 'https://werkzeug.palletsprojects.com/en/stable/wrappers/',
  packages: ['werkzeug / flask-httpauth'],
  calls: [],
  members: [
    { name: 'flask.request.authorization', is: ['signature'] },
    { name: 'flask.request.authorization.username', is: ['header'] },
    { name: 'flask.request.authorization.password', is: ['signature'] },
    { name: 'flask.request.authorization.token', is: ['signature'] },
  ],
};
