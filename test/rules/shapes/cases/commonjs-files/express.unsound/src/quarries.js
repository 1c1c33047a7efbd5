const express = require('express');
const QuarryController = require('./quarry-controller');

const router = express.Router();
const controller = new QuarryController();
router.route('/').post(express.raw({ type: '*/*' }), controller.receive.bind(controller));

module.exports = router;
