export const settings = { pipeSecret: '9b1c2d6a-yard-signing-77f0' }; // want hardcoded-secret ""
