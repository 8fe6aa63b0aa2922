// @astrocache
export default function (n: number): number {
  console.error("ran default");
  return n;
}
