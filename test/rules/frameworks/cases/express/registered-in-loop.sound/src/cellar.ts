import { MongoClient } from 'mongodb';

export const cellar = new MongoClient(process.env.MONGO_URL!).db('cellar').collection('events');
