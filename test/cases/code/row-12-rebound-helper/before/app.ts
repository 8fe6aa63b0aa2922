const fast = (x: number): number => {
  console.error("ran fast");
  return x * 10;
};
const slow = (x: number): number => {
  console.error("ran slow");
  return x * 100;
};
let helper = fast;

// @astrocache
export function use(x: number): number {
  console.error("ran use");
  return helper(x) + 1;
}

const first = use(1);
helper = slow;
console.log(first, use(1));
