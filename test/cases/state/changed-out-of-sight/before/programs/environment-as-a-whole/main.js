function read(env) { return env.OUT_OF_SIGHT ?? "none"; }
// @astrocache
function f() { return read(process.env); }
// @astrocache
function g() { return { ...process.env }.OUT_OF_SIGHT ?? "none"; }
// @astrocache
function h() { const { OUT_OF_SIGHT } = process.env; return OUT_OF_SIGHT ?? "none"; }
// @astrocache
function i() { const { env } = process; return env.OUT_OF_SIGHT ?? "none"; }
// @astrocache
function j() { return "OUT_OF_SIGHT" in process.env; }
// @astrocache
function k() { return Object.keys(process.env).includes("OUT_OF_SIGHT"); }
const seen = [f(), g(), h(), i(), j(), k()];
process.env.OUT_OF_SIGHT = "set";
seen.push(f(), g(), h(), i(), j(), k());
delete process.env.OUT_OF_SIGHT;
console.log("environment as a whole:", ...seen);
