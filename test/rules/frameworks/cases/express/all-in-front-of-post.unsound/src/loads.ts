import { MongoClient } from 'mongodb';

export const loads = new MongoClient(process.env.MONGO_URL!).db('cranes').collection('loads');
