export function loadA(n) {
  console.error("ran loadA");
  return n;
}
export function other(n) {
  console.error("ran other");
  return n;
}
