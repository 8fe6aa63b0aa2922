function outer(x: number): number {
  console.error("ran outer");
  return x * 10 + 1;
}
function inner(x: number): number {
  console.error("ran inner");
  return x + 1;
}
/** @astrocache */
export function f(x: number): number {
  console.error("ran f");
  return outer(inner(x));
}

console.log(f(0));
