import { MongoClient } from 'mongodb';

export const gorse = new MongoClient(process.env.MONGO_URL).db('heath').collection('gorse');
