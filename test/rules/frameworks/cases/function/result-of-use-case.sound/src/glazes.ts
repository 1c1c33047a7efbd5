import { MongoClient } from 'mongodb';

export const glazes = new MongoClient(process.env.MONGO_URL!).db('kiln').collection('glazes');
