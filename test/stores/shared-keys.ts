import { createHash } from "node:crypto";

/** What the processes of a crash test fight over. */
export const SHARED_KEYS = Array.from({ length: 40 }, (_, index) =>
  createHash("sha256").update(`shared ${index}`).digest("hex"),
);
