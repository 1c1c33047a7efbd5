import { MongoClient } from 'mongodb';

export const db = new MongoClient('mongodb://localhost').db('yard');
