export function loadSkipped(n) {
  console.error("ran loadSkipped");
  return n;
}
