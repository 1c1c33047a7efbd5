import { MongoClient } from 'mongodb';

const database = new MongoClient(process.env.MONGO_URL!).db('desk');

export const tickets = database.collection('tickets');
export const deliveries = database.collection('deliveries');
