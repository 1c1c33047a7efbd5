export const key = () => process.env.LOOM_KEY ?? 'loom-key-for-now'; // want hardcoded-secret "LOOM_KEY"
