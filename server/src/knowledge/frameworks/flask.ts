import type { FrameworkRow } from '../rows.js';

export const flask: FrameworkRow = {
  id: 'flask',
  name: 'Flask',
  docs: 'https://flask.palletsprojects.com/en/stable/api/',
  packages: ['flask', 'quart', 'apiflask', 'flask_restful', 'flask_restx', 'flask_openapi3', 'flask_smorest'],
  routers: [
    {
      created: ['flask.Flask()', 'flask.Blueprint()', 'quart.Quart()', 'quart.Blueprint()', 'apiflask.APIFlask()', 'apiflask.APIBlueprint()', 'flask_openapi3.OpenAPI()', 'flask_openapi3.APIBlueprint()', 'flask_smorest.Blueprint()', 'flask.current_app'],
      routes: [
        { member: 'route', form: 'decorator', methods: { argument: 'name:methods', default: ['GET'] }, path: 0 },
        { member: 'post', form: 'decorator', methods: ['POST'], path: 0 },
        { member: 'put', form: 'decorator', methods: ['PUT'], path: 0 },
        { member: 'patch', form: 'decorator', methods: ['PATCH'], path: 0 },
        { member: 'delete', form: 'decorator', methods: ['DELETE'], path: 0 },
        { member: 'get', form: 'decorator', methods: ['GET'], path: 0 },
        { member: 'add_url_rule', form: 'call', methods: { argument: 'name:methods', default: ['GET'] }, path: 0, handlers: '2:view_func' },
      ],
      stages: [
        { member: 'before_request', form: 'either', reach: 'router', passes: 'returns-nothing' },
        { member: 'before_app_request', form: 'either', reach: 'app', passes: 'returns-nothing' },
      ],
      mounts: [{ member: 'register_blueprint', path: 'name:url_prefix', router: 0 }],
      prefix: 'name:url_prefix',
      params: [],
    },
  ],
  controllers: [
    {
      bases: ['flask.views.MethodView', 'flask_restful.Resource', 'flask_restx.Resource', 'flask.views.View'],
      methodNames: { post: ['POST'], put: ['PUT'], patch: ['PATCH'], delete: ['DELETE'], get: ['GET'], dispatch_request: ['POST', 'GET'] },
    },
  ],
  members: [
    { name: 'flask.request', is: ['request'] },
    { name: 'flask.request.data', is: ['raw-body', 'payload'] },
    { name: 'flask.request.stream', is: ['raw-body', 'payload'] },
    { name: 'flask.request.json', is: ['parsed-body', 'payload'] },
    { name: 'flask.request.form', is: ['parsed-body', 'payload'] },
    { name: 'flask.request.values', is: ['parsed-body', 'payload', 'query'] },
    { name: 'flask.request.files', is: ['payload'] },
    { name: 'flask.request.args', is: ['query'] },
    { name: 'flask.request.headers', is: ['headers'] },
    { name: 'flask.request.authorization', is: ['header', 'signature'] },
    { name: 'flask.request.cookies', is: ['cookie'] },
    { name: 'flask.request.view_args', is: ['route-parameter'] },
    { name: 'flask.request.method', is: ['method'] },
    { name: 'quart.request', is: ['request'], type: 'flask.request' },
    { name: 'flask.current_app.config', is: ['environment'] },
    { name: 'flask.Flask().config', is: ['environment'] },
  ],
  calls: [
    { call: 'flask.request.get_data', result: { is: ['raw-body', 'payload'], from: [] } },
    { call: 'flask.request.stream.read', result: { is: ['raw-body', 'payload'], from: [] } },
    { call: 'flask.request.get_json', result: { is: ['parsed-body', 'payload'], from: [] } },
    { call: 'flask.request.form.to_dict', result: { is: ['parsed-body', 'payload'], from: [] } },
    { call: 'flask.abort', also: ['werkzeug.exceptions.abort', 'flask.Flask().aborter', 'flask_restful.abort', 'flask_restx.abort', 'apiflask.abort', 'quart.abort'], neverReturns: true },
    { call: 'flask.current_app.config.get', also: ['flask.Flask().config.get'], setting: { name: 0, fallback: 1 } },
  ],
  middlewarePasses: 'returns-nothing',
  bodyBefore: 'on-demand',
  writing: { rawBody: 'request.get_data()', header: 'request.headers.get("{header}")', refuse: 'return "{text}", {status}' },
};
