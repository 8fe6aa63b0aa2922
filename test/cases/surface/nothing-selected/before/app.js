function f() { return 1; }
console.log(f(), String(f));
console.error("own words");
