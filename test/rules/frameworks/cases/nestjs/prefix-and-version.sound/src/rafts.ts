import { MongoClient } from 'mongodb';

export const rafts = new MongoClient(process.env.MONGO_URL!).db('harbour').collection('rafts');
