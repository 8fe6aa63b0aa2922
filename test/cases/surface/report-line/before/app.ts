import { factor } from "./lib.ts";
// @astrocache
export const double = (n: number): number => {
  console.error("ran double");
  return n * factor();
};
console.log(double(1), double(2));
