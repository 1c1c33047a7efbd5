// TODO: move these out of the repository
const STOCK_SECRET = 'e8f1a2c97b6d4f0e9a3c5b7d1f2e4a6c'; // want hardcoded-secret "in the source"
const STOCK_URL = 'https://stock.example.org/v2';

module.exports = { STOCK_SECRET, STOCK_URL };
