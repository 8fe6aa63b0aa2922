export function d(): number {
  return 4;
}
