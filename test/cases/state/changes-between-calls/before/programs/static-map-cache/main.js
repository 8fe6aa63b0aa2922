class C { static items = new Map(); static add(k, v) { C.items.set(k, v); } 
// @astrocache
static get(k) { return C.items.get(k); } }
C.add("a", 1); const r = [C.get("a")]; C.add("a", 2); r.push(C.get("a")); console.log("static map cache:", ...r);
