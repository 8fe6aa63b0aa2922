globalThis.global_property_changed_between = 1;
// @astrocache
function f() { return globalThis.global_property_changed_between; }
const r = [f()]; globalThis.global_property_changed_between = 2; r.push(f()); console.log("global property changed between:", ...r);
