const enum Small {
  one = 1,
}
const SHIFT = 2;
enum Flag {
  on = 1 << SHIFT,
}
namespace Names {
  export const label = "tax";
}

// @astrocache
export function f(): string {
  console.error("ran f");
  return `${Small.one} ${Flag.on} ${Names.label}`;
}

console.log(f());
