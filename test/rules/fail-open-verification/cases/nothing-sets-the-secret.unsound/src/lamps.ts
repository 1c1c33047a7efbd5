import { MongoClient } from 'mongodb';

export const lamps = new MongoClient(process.env.MONGO_URL!).db('street').collection('lamps');
