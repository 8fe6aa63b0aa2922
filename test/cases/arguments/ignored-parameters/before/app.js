// @astrocache ignore=logger,options.signal
function load(name, options, logger) {
  console.error("ran load");
  return name + options.page;
}
const log = { seen: [], write(text) { this.seen.push(text); } };
const one = new AbortController().signal;
console.log(
  load("a", { page: 1, signal: one }, log),
  load("a", { page: 1, signal: undefined }, console),
  load("b", { page: 1, signal: one }, log),
  load("a", { page: 2, signal: one }, log),
);
