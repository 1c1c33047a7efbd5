import { MongoClient } from 'mongodb';

export const docks = new MongoClient(process.env.MONGO_URL!).db('harbour').collection('docks');
