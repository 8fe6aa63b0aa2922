export default function (n: number): number {
  console.error("ran double");
  return n * 2;
}
