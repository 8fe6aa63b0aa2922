// @astrocache
function f(x) {
  console.error("ran f");
  return `${x} ${late()}`;
}
const attempt = () => {
  try {
    return f(1);
  } catch (error) {
    return error.name;
  }
};
const early = attempt();
const late = () => "late";
console.log(early, attempt());
