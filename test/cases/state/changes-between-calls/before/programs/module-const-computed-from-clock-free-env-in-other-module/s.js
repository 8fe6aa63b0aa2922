export const base = process.env.V ?? "none";
