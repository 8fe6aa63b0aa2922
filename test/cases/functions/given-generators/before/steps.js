export function* count(n, options) {
  for (let i = 0; i < n; i++) yield { i, unit: options?.unit };
  return "end";
}
export function* closing() {
  try {
    yield 1;
    yield 2;
  } finally {
    yield "closed";
  }
}
export function* echo() {
  let got = "first";
  for (let i = 0; i < 2; i++) got = yield got;
  return got;
}
export async function* pages(n) {
  for (let i = 0; i < n; i++) {
    await null;
    yield { page: i };
  }
}
