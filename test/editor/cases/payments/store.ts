import { MongoClient } from 'mongodb';

const database = new MongoClient(process.env.MONGO_URL!).db('payments');

export const accounts = database.collection('accounts');
export const receipts = database.collection('receipts');
