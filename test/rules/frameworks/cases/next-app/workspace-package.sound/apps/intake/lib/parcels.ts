import { MongoClient } from 'mongodb';

export const parcels = new MongoClient('mongodb://localhost').db('yard').collection('parcels');
