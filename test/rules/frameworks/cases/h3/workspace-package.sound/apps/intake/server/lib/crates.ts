import { MongoClient } from 'mongodb';

export const crates = new MongoClient('mongodb://localhost').db('yard').collection('crates');
