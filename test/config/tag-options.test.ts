import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTagOptions } from "../../runtime/config/tag-options.ts";
import { thrown } from "./errors.ts";

const start = { file: "src/a.ts", line: 7, column: 20 };

const valid: readonly (readonly [string, object])[] = [
  ["", {}],
  ["ttl=1d", { ttl: 86_400_000 }],
  [
    "ttl=1d ignore=logger,options.signal version=2",
    { ttl: 86_400_000, ignore: ["logger", "options.signal"], version: "2" },
  ],
  ["  version=2   ttl=5m ", { version: "2", ttl: 300_000 }],
  ['version="2 b"', { version: "2 b" }],
  ["version='2 b'", { version: "2 b" }],
  ['ttl="1d 12h"', { ttl: 129_600_000 }],
  ["ignore=this", { ignore: ["this"] }],
  ["ignore=this.#cache,a.0.b,$x,größe", { ignore: ["this.#cache", "a.0.b", "$x", "größe"] }],
  ["ignore=a,a", { ignore: ["a"] }],
  ["version=a=b", { version: "a=b" }],
  ["env=LANG,API_URL", { env: ["API_URL", "LANG"] }],
  ["files=./data/*.csv,!data/x.csv,conf.{json,yaml}", { files: ["data/*.csv", "!data/x.csv", "conf.{json,yaml}"] }],
  ["deps=source", { deps: "source" }],
  ["deps=version", { deps: "version" }],
  ["deps=source:zod,@a/b", { deps: ["@a/b", "zod"] }],
];
for (const [text, options] of valid) {
  test(`the tag ${JSON.stringify(text)}`, () => assert.deepEqual(parseTagOptions(text, start), options));
}

const durations = "a duration such as 500ms, 30s, 10m, 12h, 1d, 2w or 1d12h";
const paths = "names of parameters and paths below them, such as logger,options.signal,this";
const globs = "globs of files, relative to the root, such as data/*.csv,!data/tmp.csv";
const invalid: readonly (readonly [string, string])[] = [
  ["tll=1d", 'src/a.ts:7:20: unknown option "tll". Did you mean ttl?'],
  ["ttl=1d  ingore=a", 'src/a.ts:7:28: unknown option "ingore". Did you mean ignore?'],
  [
    "please",
    'src/a.ts:7:20: unknown option "please". Known are ttl, ignore, version, env, files, deps, minDuration and stream.',
  ],
  ["ttl=1d, version=2", `src/a.ts:7:24: ttl=1d, is not valid. Allowed: ${durations}.`],
  ["ttl=1d ttl=2d", "src/a.ts:7:27: the option ttl is given twice. Keep one of them."],
  ["ttl", `src/a.ts:7:20: the option ttl has no value. Write ttl= and ${durations}.`],
  ["ttl=", `src/a.ts:7:24: ttl= is not valid. Allowed: ${durations}.`],
  ["ttl = 1d", `src/a.ts:7:20: the option ttl has no value. Write ttl= and ${durations}.`],
  ["ttl=60", `src/a.ts:7:24: ttl=60 is not valid. Allowed: ${durations}.`],
  ["ignore=a,,b", `src/a.ts:7:27: ignore=a,,b is not valid. Allowed: ${paths}.`],
  ["ignore=a[0]", `src/a.ts:7:27: ignore=a[0] is not valid. Allowed: ${paths}.`],
  ['version=""', 'src/a.ts:7:28: version="" is not valid. Allowed: a text that is not empty.'],
  ['version="2', 'src/a.ts:7:28: version="2 is not valid. Allowed: a text that is not empty.'],
  ["env=A,,B", "src/a.ts:7:24: env=A,,B is not valid. Allowed: names of environment variables, such as API_URL,LANG."],
  ["files=../other", `src/a.ts:7:26: files=../other is not valid. Allowed: ${globs}.`],
  ["files=/etc/hosts", `src/a.ts:7:26: files=/etc/hosts is not valid. Allowed: ${globs}.`],
  ["files=!a", `src/a.ts:7:26: files=!a is not valid. Allowed: ${globs}.`],
  ["deps=lodash", "src/a.ts:7:25: deps=lodash is not valid. Allowed: source, source:name,@scope/name, or version."],
  ["stream=no", "src/a.ts:7:27: stream=no is not valid. Allowed: true."],
  ["minDuration=5", `src/a.ts:7:32: minDuration=5 is not valid. Allowed: ${durations}.`],
  [
    "constructor=1",
    'src/a.ts:7:20: unknown option "constructor". Known are ttl, ignore, version, env, files, deps, minDuration and stream.',
  ],
];
for (const [text, message] of invalid) {
  test(`the tag ${JSON.stringify(text)} is refused`, () => {
    assert.deepEqual(
      thrown(() => parseTagOptions(text, start)),
      ["INVALID_TAG", `astrocache: ${message}`],
    );
  });
}
