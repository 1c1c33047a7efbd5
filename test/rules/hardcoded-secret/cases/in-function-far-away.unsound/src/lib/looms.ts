import { MongoClient } from 'mongodb';

export const looms = new MongoClient(process.env.MONGO_URL!).db('mill').collection('looms');
