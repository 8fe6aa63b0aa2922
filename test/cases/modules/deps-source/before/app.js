import { word } from "words";
import { other } from "other";

// @astrocache
function byVersion() {
  console.error("ran byVersion");
  return word();
}

// @astrocache deps=source
function bySource() {
  console.error("ran bySource");
  return word() + other();
}

// @astrocache deps=source:other
function byOther() {
  console.error("ran byOther");
  return word() + other();
}

// @astrocache deps=source
function given(fn) {
  console.error("ran given");
  return fn();
}

console.log(byVersion());
console.log(bySource());
console.log(byOther());
console.log(given(() => word()));
