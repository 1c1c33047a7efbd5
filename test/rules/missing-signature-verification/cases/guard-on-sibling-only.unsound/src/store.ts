import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGO_URL ?? 'mongodb://localhost:27017');

export const store = {
  invoices: client.db('ledger').collection('invoices'),
  refunds: client.db('ledger').collection('refunds'),
};
