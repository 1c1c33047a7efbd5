const { MongoClient } = require('mongodb');

exports.loads = new MongoClient(process.env.MONGO_URL).db('quarries').collection('loads');
