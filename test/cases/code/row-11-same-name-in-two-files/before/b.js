const RATE = 2;
export function price(n) {
  console.error("ran price");
  return n + RATE;
}
