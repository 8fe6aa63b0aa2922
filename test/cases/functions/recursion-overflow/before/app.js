// @astrocache
function endless(n) {
  return 1 + endless(n + 1);
}
// @astrocache
function endlessMap(n) {
  return [n].map((x) => endlessMap(x + 1))[0];
}
// @astrocache
function* endlessSteps(n) {
  yield* endlessSteps(n + 1);
}
// @astrocache
function caught(n) {
  try {
    return caught(n + 1);
  } catch (error) {
    return error.name;
  }
}
// @astrocache
function sum(list) {
  return list.reduce((all, x) => all + x, 0);
}

/** Calls a target where the stack is all but full, again and again on the way back. */
function atTheEdge(n) {
  try {
    return atTheEdge(n + 1);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return sum([1, 2, 3]);
  }
}
function nameOf(run) {
  try {
    return run();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

for (let round = 0; round < 2; round++) {
  console.log(nameOf(() => endless(0)));
  console.log(nameOf(() => endlessMap(0)));
  console.log(nameOf(() => atTheEdge(0)));
  console.log(nameOf(() => [...endlessSteps(0)]));
  console.log(caught(round));
  console.log(sum([1, 2, 3]), sum([round, 4]));
}
