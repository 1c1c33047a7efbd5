import { MongoClient } from 'mongodb';

export const kiosks = new MongoClient('mongodb://localhost').db('yard').collection('kiosks');
