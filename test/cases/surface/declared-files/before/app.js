import { readFileSync, readdirSync, writeFileSync } from "node:fs";

// @astrocache files=./data/*.csv,!data/tmp.csv
function rows() {
  console.error("ran rows");
  return readdirSync("data").filter((name) => name.endsWith(".csv")).map((name) => readFileSync(`data/${name}`, "utf8").trim());
}

// @astrocache files=data
function all() {
  console.error("ran all");
  return readdirSync("data", { recursive: true }).length;
}

// @astrocache files=no/such.json
function absent() {
  console.error("ran absent");
  return "none";
}

console.log(rows());
console.log(all());
console.log(absent());
if (process.argv[2] === "twice") {
  writeFileSync("data/a.csv", "7,8\n");
  console.log(rows());
}
