// @astrocache
function f() { return globalThis.global_property_changed_in_a_function; }
function main() { globalThis.global_property_changed_in_a_function = 1; const r = [f()]; globalThis.global_property_changed_in_a_function = 2; r.push(f()); console.log("global property changed in a function:", ...r); }
main();
