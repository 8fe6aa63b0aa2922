// @astrocache
function f() { return process.cwd(); }
const r = [f()]; const here = process.cwd(); process.chdir("/"); r.push(f()); process.chdir(here); console.log("cwd:", ...r.map((x) => x === "/"));
