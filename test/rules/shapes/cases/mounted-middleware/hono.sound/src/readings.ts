import { MongoClient } from 'mongodb';

export const readings = new MongoClient(process.env.MONGO_URL!).db('meters').collection('readings');
