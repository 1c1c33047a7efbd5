import { MongoClient } from 'mongodb';

export const orders = new MongoClient(process.env.MONGO_URL!).db('shop').collection('orders');
