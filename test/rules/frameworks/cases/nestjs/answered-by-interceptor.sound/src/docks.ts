import { MongoClient } from 'mongodb';

export const docks = new MongoClient(process.env.MONGO_URL!).db('quay').collection('docks');
