import { MongoClient } from 'npm:mongodb';

export const db = new MongoClient('mongodb://localhost').db('yard');
