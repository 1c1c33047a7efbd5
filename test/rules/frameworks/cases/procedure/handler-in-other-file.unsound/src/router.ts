import { publicProcedure } from './base';
import { parcelInput, receiveParcel } from './receive-parcel';

export const router = {
  receive: publicProcedure.route({ method: 'POST', path: '/hooks/parcels', inputStructure: 'detailed' }).input(parcelInput).handler(receiveParcel),
};
