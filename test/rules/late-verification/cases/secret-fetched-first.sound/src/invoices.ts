import { MongoClient } from 'mongodb';

export const invoices = new MongoClient(process.env.MONGO_URL!).db('billing').collection('invoices');
