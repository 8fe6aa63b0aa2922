export namespace Counter {
  let count = 0;
  export function next(): number {
    return ++count;
  }
}
export namespace Rates {
  export let rate = 1;
}
export namespace Pure {
  const STEP = 2;
  export function add(x: number): number {
    return x + STEP;
  }
}
