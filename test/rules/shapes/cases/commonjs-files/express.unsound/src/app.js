const app = require('express')();

app.use('/webhooks/quarries', require('./quarries'));
app.listen(3000);
