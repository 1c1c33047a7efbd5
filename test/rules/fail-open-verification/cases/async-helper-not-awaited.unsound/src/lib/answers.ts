import { MongoClient } from 'mongodb';

export const answers = new MongoClient(process.env.MONGO_URL!).db('forms').collection('answers');
