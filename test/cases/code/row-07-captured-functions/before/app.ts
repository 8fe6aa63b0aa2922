function wrap(fn: (x: number) => number): (x: number) => number {
  // @astrocache
  const wrapped = (x: number): number => {
    console.error("ran wrapped");
    return fn(x);
  };
  return wrapped;
}
const increment = (x: number): number => x + 1;
const square = (x: number): number => x * x;

console.log(wrap(increment)(3), wrap(square)(3));
