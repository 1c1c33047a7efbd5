import { MongoClient } from 'mongodb';

export const payments = new MongoClient(process.env.MONGO_URL!).db('money').collection<{ _id: string; cents: number }>('payments');
