export const knownSender = (req: { ip: string }): boolean => req.ip === process.env.SENDER_IP;
