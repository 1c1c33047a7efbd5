import { MongoClient } from 'mongodb';

export const firings = new MongoClient(process.env.MONGO_URL!).db('kiln').collection('firings');
