const secret = process.env.PARCEL_SECRET || "dev-secret"

module.exports = { secret }
