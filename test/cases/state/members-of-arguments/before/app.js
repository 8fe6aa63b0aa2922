import { locale } from "./locale.js";

// @astrocache
export function parse(text) {
  process.stderr.write("ran parse\n");
  return [locale.month(text), locale.day(text), locale.month.name, locale.code];
}

console.log(parse("feb 1").join());
