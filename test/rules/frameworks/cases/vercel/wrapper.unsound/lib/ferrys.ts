import { MongoClient } from 'mongodb';

export const ferrys = new MongoClient('mongodb://localhost').db('yard').collection('ferrys');
