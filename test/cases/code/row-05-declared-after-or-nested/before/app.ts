// @astrocache
export function f(x: number): number {
  console.error("ran f");
  function nested(y: number): number {
    console.error("ran nested");
    return y + 1 + deep();
  }
  return nested(later(x));
}
function later(x: number): number {
  console.error("ran later");
  return x * 5;
}
const deep = (): number => DEEP;
const DEEP = 0;

console.log(f(3));
