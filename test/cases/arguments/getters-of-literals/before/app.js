import { host } from "./host.js";
import { api, twice } from "./service.js";

const ran = (name) => console.error(`ran ${name}`);
// @astrocache
function describe(options) {
  ran("describe");
  return options.base;
}
// @astrocache
function run(load) {
  ran("run");
  return load();
}
const made = (base) => ({
  get base() {
    return base;
  },
});

setTimeout(() => {
  console.log(api.fetch("x"), api.fetch("x"), describe(api), run(twice.load));
  host.name = "b.example";
  console.log(api.fetch("x"), describe(api));
  console.log(describe(made(1)), describe(made(2)));
});
