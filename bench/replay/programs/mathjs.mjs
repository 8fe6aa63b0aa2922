import * as lib from "./lib.mjs";

/** The targets. */
export const calls = {
  add: (a, b) => lib.add(a, b),
  subtract: (a, b) => lib.subtract(a, b),
  multiply: (a, b) => lib.multiply(a, b),
  divide: (a, b) => lib.divide(a, b),
  mod: (a, b) => lib.mod(a, b),
  pow: (a, b) => lib.pow(a, b),
  gcd: (a, b) => lib.gcd(a, b),
  sqrt: (a) => lib.sqrt(a),
  round: (a, digits) => lib.round(a, digits),
  nthRoot: (a, root) => lib.nthRoot(a, root),
  factorial: (n) => lib.factorial(n),
  combinations: (n, k) => lib.combinations(n, k),
  isPrime: (n) => lib.isPrime(n),
  larger: (a, b) => lib.larger(a, b),
  sin: (x) => lib.sin(x),
  erf: (x) => lib.erf(x),
  gamma: (x) => lib.gamma(x),
  mean: (list) => lib.mean(list),
  median: (list) => lib.median(list),
  std: (list) => lib.std(list),
  quantile: (list, share) => lib.quantileSeq(list, share),
  mode: (list) => lib.mode(list),
  det: (rows) => lib.det(rows),
  inv: (rows) => lib.inv(rows),
  transpose: (rows) => lib.transpose(rows),
  dot: (a, b) => lib.dot(a, b),
  cross: (a, b) => lib.cross(a, b),
  kron: (a, b) => lib.kron(a, b),
  concat: (a, b) => lib.concat(a, b),
  range: (start, end) => lib.range(start, end).toArray(),
  complex: (text) => lib.complex(text).toString(),
  fraction: (text) => lib.fraction(text).toString(),
  bignumber: (text) => lib.bignumber(text).sqrt().toString(),
  unit: (value, unit, to) => lib.unit(value, unit).to(to).toString(),
  matrixProduct: (rows) => lib.multiply(lib.matrix(rows), lib.transpose(lib.matrix(rows))).toString(),
  sparse: (rows) => lib.sparse(rows).toString(),
  evaluate: (text) => String(lib.evaluate(text)),
  simplify: (text) => lib.simplify(text).toString(),
  derivative: (text) => lib.derivative(text, "x").toString(),
  tex: (text) => lib.parse(text).toTex(),
  format: (value, digits) => lib.format(value, digits),
};

const numbers = [0, 1, -2, 3.5, 12];
const pairs = cross(numbers, numbers);
const lists = [
  [1, 2, 3, 4],
  [5, 1, 1],
  [-1.5, 2.5],
];
const squares = [
  [
    [1, 2],
    [3, 4],
  ],
  [
    [2, 0],
    [0, 2],
  ],
  [
    [1, 1],
    [1, 1],
  ],
];
const vectors = [
  [1, 2, 3],
  [0, -1, 4],
];
const texts = [
  "1 + 2 * 3",
  "2 inch to cm",
  "sqrt(-4)",
  "[1, 2; 3, 4]'",
  "x = 3; x ^ 2",
  "0.1 + 0.2",
  "1 / 0",
  "sum(1:10)",
  "f(a) = a!; f(5)",
];
const formulas = ["x ^ 2 + 2 x", "sin(x) / x", "2 x + 3 x", "(x + 1) (x - 1)", "log(x, 10)"];

export const inputs = {
  ...Object.fromEntries(["add", "subtract", "multiply", "divide", "mod", "pow", "larger"].map((name) => [name, pairs])),
  gcd: [
    [12, 18],
    [0, 5],
    [7, 13],
    [1.5, 2],
  ],
  sqrt: each([...numbers, -4]),
  round: [
    [1.2345, 2],
    [-1.5, 0],
    [2.5, 0],
  ],
  nthRoot: [
    [8, 3],
    [2, 2],
    [-8, 3],
  ],
  factorial: each([0, 5, 10, 3.5, -1]),
  combinations: [
    [5, 2],
    [7, 3],
    [2, 5],
  ],
  isPrime: each([0, 1, 2, 15, 97]),
  ...Object.fromEntries(["sin", "erf", "gamma"].map((name) => [name, each(numbers)])),
  ...Object.fromEntries(["mean", "median", "std", "mode"].map((name) => [name, each(lists)])),
  quantile: cross(lists, [0.25, 0.5]),
  ...Object.fromEntries(["det", "inv", "transpose", "matrixProduct", "sparse"].map((name) => [name, each(squares)])),
  dot: cross(vectors, vectors),
  cross: cross(vectors, vectors),
  kron: cross(squares, squares),
  concat: cross(squares, squares),
  range: [
    [0, 5],
    [3, 1],
  ],
  complex: each(["2 + 3i", "i", "-4"]),
  fraction: each(["1/3", "0.25", "2.(3)"]),
  bignumber: each(["2", "1e30"]),
  unit: [
    [5, "cm", "inch"],
    [1, "hour", "s"],
    [20, "celsius", "fahrenheit"],
  ],
  evaluate: each(texts),
  simplify: each(formulas),
  derivative: each(formulas),
  tex: each([...formulas, ...texts]),
  format: cross([...numbers, 1 / 3], [3, 10]),
};

/** What a target asks of the package, where it is not called as the target is. */
export const asked = { matrixProduct: "multiply", quantile: "quantileSeq", tex: "parse" };

export const own = (name) => lib[name];

function cross(left, right) {
  return left.flatMap((a) => right.map((b) => [a, b]));
}

function each(values) {
  return values.map((value) => [value]);
}
