import { MongoClient } from 'mongodb';

export const store = new MongoClient(process.env.MONGO_URL!).db('inbox');
