/**
 * How often each number of steps occurs in Collatz's problem. Plain CommonJS, picked from outside:
 * `ASTROCACHE='examples/commonjs/collatz.cjs' node --import astrocache/register examples/commonjs/main.cjs`
 */
const { histogram } = require("./collatz.cjs");
const { bars } = require("./bars.cjs");

console.log(bars(histogram(300_000)));
