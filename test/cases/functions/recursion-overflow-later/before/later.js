// @astrocache
async function endless(n) {
  return 1 + (await endless(n + 1));
}
// @astrocache
async function* endlessPages(n) {
  yield* endlessPages(n + 1);
}
// @astrocache
async function caught(n) {
  try {
    return await caught(n + 1);
  } catch (error) {
    return error.name;
  }
}
// @astrocache
async function deep(n) {
  return n === 0 ? 0 : 1 + (await deep(n - 1));
}
async function nameOf(run) {
  try {
    return await run();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}
for (let round = 0; round < 2; round++) {
  console.log(await nameOf(() => endless(round)));
  console.log(await nameOf(() => endlessPages(round).next()));
  console.log(await caught(round), await deep(2_000));
}
