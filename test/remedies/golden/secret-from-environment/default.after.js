const secret = requiredEnv("PARCEL_SECRET")

module.exports = { secret }

function requiredEnv(name) {
  const value = process.env[name]
  if (!value) {
    throw new Error(`${name} is not set`)
  }
  return value
}
