function stepsOf(start) {
  let steps = 0;
  for (let n = start; n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps += 1;
  return steps;
}

function histogram(limit) {
  console.error("ran histogram");
  const counts = new Map();
  for (let n = 1; n <= limit; n++) {
    const decade = Math.floor(stepsOf(n) / 50) * 50;
    counts.set(decade, (counts.get(decade) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
}

module.exports = { histogram, stepsOf };
