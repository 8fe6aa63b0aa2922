function scaler(factor: number): (x: number) => number {
  // @astrocache
  function scale(x: number): number {
    console.error("ran scale");
    return x * factor;
  }
  return scale;
}

const twice = scaler(2);
const more = scaler(3);
console.log(twice(10), more(10), scaler(2)(10));
