export function outer(offset: number): number {
  const helper = (y: number): number => y + 1;
  const unused = (): number => {
    return 99;
  };
  // @astrocache
  function inner(x: number): number {
    console.error("ran inner");
    return helper(x * 2) + offset;
  }
  return unused() > 0 ? inner(5) : 0;
}
console.log(outer(2));
