import { MongoClient } from 'mongodb';

export const pulleys = new MongoClient(process.env.MONGO_URL!).db('cranes').collection('pulleys');
