/* @astrocache */
function* rows(count) {
  console.error("ran rows");
  for (let i = 0; i < count; i++) yield i * 10;
}
export const open = (count) => [...rows(count)].join();
