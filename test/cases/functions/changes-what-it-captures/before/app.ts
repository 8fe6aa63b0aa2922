function counter() {
  let n = 0;
  let last: number | undefined;
  const bump = () => n++;
  // @astrocache
  const up = () => {
    console.error("ran up");
    return ++n;
  };
  // @astrocache
  const through = () => {
    console.error("ran through");
    bump();
    return "through";
  };
  // @astrocache
  function double(x: number): number {
    console.error("ran double");
    last = x;
    return x * 2;
  }
  // @astrocache
  const later = async () => {
    console.error("ran later");
    await null;
    return ++n;
  };
  return { up, through, double, later, seen: () => [n, last] };
}

class Meter {
  #level = 0;
  // @astrocache
  rise(): number {
    console.error("ran rise");
    return ++this.#level;
  }
  // @astrocache
  height(): number {
    console.error("ran height");
    return this?.#level ?? -1;
  }
}

const a = counter();
console.log(a.up(), a.up(), a.through(), a.double(4), a.double(4), await a.later(), a.seen());
const meter = new Meter();
console.log(meter.rise(), meter.rise(), meter.height(), meter.height());
console.log(Meter.prototype.height.call(undefined as never));
