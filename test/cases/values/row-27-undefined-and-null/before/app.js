// @astrocache
function nothing() {
  console.error("ran nothing");
}
// @astrocache
const nul = () => {
  console.error("ran nul");
  return null;
};
// @astrocache
async function asyncNothing() {
  console.error("ran asyncNothing");
}
// @astrocache
const asyncNull = async () => {
  console.error("ran asyncNull");
  return null;
};
console.log(nothing(), nul(), await asyncNothing(), await asyncNull());
