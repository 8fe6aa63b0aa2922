import { base } from "./base.ts";

export const price = (n: number): number => {
  console.error("ran price");
  return base(n) * 2;
};
