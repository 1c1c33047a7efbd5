import { MongoClient } from 'mongodb';

export const seeds = new MongoClient('mongodb://localhost').db('yard').collection('seeds');
