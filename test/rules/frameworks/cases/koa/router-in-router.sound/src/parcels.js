const { MongoClient } = require('mongodb');

exports.parcels = new MongoClient(process.env.MONGO_URL).db('depot').collection('parcels');
