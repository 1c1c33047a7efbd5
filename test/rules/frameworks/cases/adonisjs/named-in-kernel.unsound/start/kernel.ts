import Server from '@ioc:Adonis/Core/Server';

Server.middleware.register([() => import('@ioc:Adonis/Core/BodyParser')]);
Server.middleware.registerNamed({
  signed: () => import('App/Middleware/Signed'),
  auth: () => import('App/Middleware/Auth'),
});
