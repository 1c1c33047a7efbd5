import Route from '@ioc:Adonis/Core/Route';

Route.post('/hooks/tugs', 'TugsController.store').namespace('App/Controllers/Hooks');
