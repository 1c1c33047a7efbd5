import { MongoClient } from 'mongodb';

export const fens = new MongoClient(process.env.MONGO_URL!).db('heath').collection('fens');
