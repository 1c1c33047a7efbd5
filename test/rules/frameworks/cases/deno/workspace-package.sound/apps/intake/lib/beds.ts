import { MongoClient } from 'mongodb';

export const beds = new MongoClient('mongodb://localhost').db('yard').collection('beds');
