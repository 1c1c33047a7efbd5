import { MongoClient } from 'mongodb';

export const accounts = new MongoClient(process.env.MONGO_URL!).db('quarry').collection('accounts');
