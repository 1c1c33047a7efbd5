import { MongoClient } from 'mongodb';

export const tents = new MongoClient('mongodb://localhost').db('yard').collection('tents');
