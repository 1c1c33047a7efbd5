const { makeMac } = require('./mac'); // hashes
const express = require('express');

exports.genuine = (sent, raw) => makeMac(raw) === sent;
