"use strict";

const SemVer = require("./package/classes/semver");
const Range = require("./package/classes/range");
const Comparator = require("./package/classes/comparator");
const compareOf = require("./package/functions/compare");
const compareBuildOf = require("./package/functions/compare-build");
const ltOf = require("./package/functions/lt");
const cmpOf = require("./package/functions/cmp");
const cleanOf = require("./package/functions/clean");
const validOf = require("./package/functions/valid");
const incOf = require("./package/functions/inc");
const diffOf = require("./package/functions/diff");
const coerceOf = require("./package/functions/coerce");
const prereleaseOf = require("./package/functions/prerelease");
const sortOf = require("./package/functions/sort");
const satisfiesOf = require("./package/functions/satisfies");
const validRangeOf = require("./package/ranges/valid");
const intersectsOf = require("./package/ranges/intersects");
const minVersionOf = require("./package/ranges/min-version");
const outsideOf = require("./package/ranges/outside");
const maxSatisfyingOf = require("./package/ranges/max-satisfying");
const toComparatorsOf = require("./package/ranges/to-comparators");

/** The targets. */
const calls = {
  compare: (a, b) => compareOf(a, b),
  compareBuild: (a, b) => compareBuildOf(a, b),
  lt: (a, b) => ltOf(a, b),
  cmp: (a, operator, b) => cmpOf(a, operator, b),
  clean: (version) => cleanOf(version),
  valid: (version) => validOf(version),
  inc: (version, release) => incOf(version, release, "beta"),
  diff: (a, b) => diffOf(a, b),
  coerce: (text) => String(coerceOf(text)),
  prerelease: (version) => prereleaseOf(version),
  sort: (versions) => sortOf([...versions]),
  satisfies: (version, range) => satisfiesOf(version, range),
  satisfiesPrerelease: (version, range) => satisfiesOf(version, range, { includePrerelease: true }),
  validRange: (range) => validRangeOf(range),
  intersects: (a, b) => intersectsOf(a, b),
  minVersion: (range) => String(minVersionOf(range)),
  outside: (version, range) => outsideOf(version, range, ">"),
  maxSatisfying: (versions, range) => maxSatisfyingOf(versions, range),
  toComparators: (range) => toComparatorsOf(range),
  parts(version) {
    const { major, minor, patch, prerelease, build } = new SemVer(version, { loose: true });
    return { major, minor, patch, prerelease, build };
  },
  rangeText: (range) => new Range(range).format(),
  rangeTest: (range, version) => new Range(range, { includePrerelease: true }).test(version),
  comparatorTest: (comparator, version) => new Comparator(comparator).test(version),
};

/** The module that each of them asks. */
const asked = {
  compare: "functions/compare",
  compareBuild: "functions/compare-build",
  lt: "functions/lt",
  cmp: "functions/cmp",
  clean: "functions/clean",
  valid: "functions/valid",
  inc: "functions/inc",
  diff: "functions/diff",
  coerce: "functions/coerce",
  prerelease: "functions/prerelease",
  sort: "functions/sort",
  satisfies: "functions/satisfies",
  satisfiesPrerelease: "functions/satisfies",
  validRange: "ranges/valid",
  intersects: "ranges/intersects",
  minVersion: "ranges/min-version",
  outside: "ranges/outside",
  maxSatisfying: "ranges/max-satisfying",
  toComparators: "ranges/to-comparators",
  parts: "classes/semver",
  rangeText: "classes/range",
  rangeTest: "classes/range",
  comparatorTest: "classes/comparator",
};

const versions = ["1.2.3", "1.2.4", "2.0.0-beta.1", "2.0.0-beta.11", "2.0.0", "0.0.1+build.7", "v10.20.30"];
const odd = [
  "  =v1.2.3  ",
  "1.2",
  "not a version",
  "1.2.3.4",
  "9007199254740993.0.0",
  "1.2.3-01",
  "1.0.0--x",
  "01.2.3",
];
const ranges = [
  "^1.2.0",
  "~2",
  ">=1.0.0 <2.0.0 || 3.x",
  "1.x - 2",
  "<2.0.0-beta.5",
  "*",
  "^0.0.1",
  ">1.2 <=2.0",
  "=1.2.3",
];
const oddRanges = ["", "latest", ">=1.2.3 <1", "x.y.z", "^ 1.2", "1.2.3 || ", "~> 1.2", ">=09090"];
const releases = ["major", "minor", "patch", "premajor", "preminor", "prepatch", "prerelease", "none"];
const pairs = cross(versions, versions);

const inputs = {
  compare: pairs,
  compareBuild: pairs.slice(0, 20),
  lt: pairs.slice(0, 20),
  cmp: ["===", "!=", "<", ">=", "="].map((operator) => ["1.2.3", operator, "1.2.4"]),
  clean: each([...versions, ...odd]),
  valid: each([...versions, ...odd]),
  inc: cross(versions.slice(1, 5), releases),
  diff: pairs,
  coerce: each([...versions, ...odd, "42.6.7.9.3-alpha", "v3"]),
  prerelease: each([...versions, ...odd]),
  sort: [[versions], [[...versions].reverse()]],
  satisfies: cross(versions, [...ranges, ...oddRanges]),
  satisfiesPrerelease: cross(versions, ranges),
  validRange: each([...ranges, ...oddRanges]),
  intersects: cross(ranges, ranges.slice(0, 4)),
  minVersion: each(ranges),
  outside: cross(versions, ranges.slice(0, 3)),
  maxSatisfying: ranges.map((range) => [versions, range]),
  toComparators: each(ranges),
  parts: each([...versions, ...odd]),
  rangeText: each([...ranges, ...oddRanges]),
  rangeTest: cross(ranges, versions),
  comparatorTest: cross([">1.2.3", "<=2.0.0", "=2.0.0-beta.1", ""], versions),
};

module.exports = { calls, asked, inputs, own: (path) => require(`./package/${path}`) };

function cross(left, right) {
  return left.flatMap((a) => right.map((b) => [a, b]));
}

function each(values) {
  return values.map((value) => [value]);
}
