/** Loaded before a measured program: tells its processor time, when asked over the channel to its parent and when it ends. */
'use strict';
const { writeFileSync } = require('node:fs');

const milliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
process.on('exit', () => {
  if (process.env.BENCH_USAGE_FILE) writeFileSync(process.env.BENCH_USAGE_FILE, String(milliseconds()));
});
if (process.channel) {
  process.on('message', () => process.send(milliseconds()));
  // Listening must not keep the program alive.
  process.channel.unref();
}
