import { table } from "./table.js";
import "./fill.js";

const settings = { region: process.env.REGION };

// @astrocache
function lookup(name) {
  console.error("ran lookup");
  return table.get(name);
}
// @astrocache
function region() {
  console.error("ran region");
  return settings.region;
}
console.log(lookup("a"), region());
