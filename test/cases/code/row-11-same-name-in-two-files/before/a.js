const RATE = 1;
export function price(n) {
  console.error("ran price");
  return n + RATE;
}
