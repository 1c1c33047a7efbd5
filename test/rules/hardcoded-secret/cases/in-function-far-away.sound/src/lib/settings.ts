export const key = () => {
  const held = process.env.LOOM_KEY;
  if (!held) throw new Error('LOOM_KEY is not set');
  return held;
};
