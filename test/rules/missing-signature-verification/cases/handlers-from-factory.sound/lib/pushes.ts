import { MongoClient } from 'mongodb';

export const pushes = new MongoClient(process.env.MONGO_URL!).db('inbox').collection('pushes');
