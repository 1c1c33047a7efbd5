import Hapi from '@hapi/hapi';
import { DeliveryService } from './delivery-service';

const server = Hapi.server({ port: 3000 });
const service = new DeliveryService(process.env.DEPOT_SECRET!);

server.route({
  method: 'POST',
  path: '/hooks/parcels',
  options: { payload: { parse: false, output: 'data' }, handler: service.receive.bind(service) },
});
