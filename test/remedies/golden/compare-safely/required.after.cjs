const { makeMac } = require('./mac'); // hashes
const express = require('express');
const { timingSafeEqual } = require('node:crypto');

exports.genuine = (sent, raw) => safeEqual(makeMac(raw), sent);

function safeEqual(left, right) {
  if (typeof left !== 'string' || typeof right !== 'string') {
    return false;
  }
  const leftBytes = Buffer.from(left);
  const rightBytes = Buffer.from(right);
  return (
    leftBytes.length === rightBytes.length &&
    timingSafeEqual(leftBytes, rightBytes)
  );
}
