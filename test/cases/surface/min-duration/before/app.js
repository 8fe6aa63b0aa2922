// @astrocache minDuration=1h
function quick(x) {
  console.error("ran quick");
  return x + 1;
}

// @astrocache minDuration=10ms
function slow(x) {
  console.error("ran slow");
  const end = performance.now() + 40;
  while (performance.now() < end);
  return x + 2;
}

console.log(quick(1), slow(1));
