import { MongoClient } from 'mongodb';

export const sluices = new MongoClient(process.env.MONGO_URL!).db('harbour').collection('sluices');
