import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { stageAt } from "../cli/stage.ts";
import { hookedProject, type HookedProject } from "../modes/project.ts";
import { CHROMIUM, NO_CHROMIUM } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = { skip: CHROMIUM === undefined ? NO_CHROMIUM : false, timeout: 120_000 };

const FILES = {
  "app.js": `import { report } from "./report.js";
for (const n of [1, 2, 2]) report("a b", n);
report("c", (() => () => 1)());
`,
  "report.js": `import { parse } from "./parse.js";
const LIMIT = ["<b>", "</script>"];
// @astrocache
export function report(text, n) {
  return LIMIT.concat(parse(text, n));
}
// @astrocache
export function* idle() {}
`,
  "parse.js": `import { normalize } from "./text.js";
export const parse = (text) => text.split(" ").map(normalize);
`,
  "text.js": `export function normalize(word) {
  return word + "1";
}
`,
};

let browser: Browser | undefined;
before(async () => {
  if (CHROMIUM !== undefined) browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
});
after(async () => browser?.close());

/** A project that was run, edited and run again. */
async function editedProject(t: TestContext): Promise<HookedProject> {
  const on = hookedProject(t, FILES);
  await on.run();
  on.write("text.js", FILES["text.js"].replace("1", "2"));
  return on;
}

interface Opened {
  readonly page: Page;
  /** What the console said, and what was asked of any network. */
  readonly noise: string[];
}

async function open(t: TestContext, file: string, colorScheme: "light" | "dark"): Promise<Opened> {
  assert.ok(browser);
  const page = await browser.newPage({ colorScheme, viewport: { width: 1200, height: 900 } });
  t.after(async () => page.close());
  const url = pathToFileURL(file).href;
  const noise: string[] = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("request", (request) => {
    if (request.url() !== url) noise.push(request.url());
  });
  await page.goto(url);
  return { page, noise };
}

async function violations(page: Page): Promise<unknown> {
  // The page's own policy forbids scripts from elsewhere; this one comes by the debugger.
  await page.evaluate(AXE);
  return await page.evaluate(
    `axe.run(document).then(({ violations }) => violations.map(({ id, impact, nodes }) => [id, impact, nodes.map(({ html }) => html)]))`,
  );
}

test(
  "ASTROCACHE_REPORT=path.html: the graph is drawn, a click shows the source, in both colour schemes",
  options,
  async (t) => {
    const on = await editedProject(t);
    const file = path.join(on.root, "run.html");
    await on.run({ ASTROCACHE_REPORT: file });
    const backs = new Set<string>();
    for (const scheme of ["light", "dark"] as const) {
      const { page, noise } = await open(t, file, scheme);
      assert.equal(await page.title(), "astrocache: my-app");
      assert.deepEqual(await page.locator(".room h3").allTextContents(), ["report.js", "parse.js", "text.js"]);
      assert.deepEqual(await page.locator("#rooms [data-part]").allTextContents(), [
        "report()",
        "LIMIT",
        "parse()",
        "normalize() changed",
      ]);
      assert.equal(await page.locator("#lines path").count(), 3);
      await page.getByRole("button", { name: "normalize() changed" }).click();
      assert.equal(
        await page.locator("#part pre").textContent(),
        FILES["text.js"].replace("1", "2").replace("export ", "").trimEnd(),
      );
      assert.deepEqual(await violations(page), []);
      backs.add(await page.evaluate<string>("getComputedStyle(document.body).backgroundColor"));
      assert.deepEqual(noise, []);
    }
    assert.equal(backs.size, 2);
  },
);

test("the page is used by keyboard alone, and says what is chosen", options, async (t) => {
  const on = await editedProject(t);
  const file = path.join(on.root, "run.html");
  await on.run({ ASTROCACHE_REPORT: file });
  const { page } = await open(t, file, "light");
  assert.equal(await page.locator("#part").isVisible(), false);
  await page.locator("[data-target]").first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("[data-target]").first().getAttribute("aria-pressed"), "true");
  await page.locator("#rooms [data-part]").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(
    await page.evaluate<string>("document.activeElement.textContent"),
    "parse()",
    "the reader is taken to the source",
  );
  assert.match(
    (await page.locator("#part").textContent()) ?? "",
    /parse\.js:2.*Reached from report\(\)Reaches normalize\(\) changed/,
  );
});

test("astrocache report: the last run, and what has been edited since", options, async (t) => {
  const on = hookedProject(t, FILES);
  await on.run();
  on.write("parse.js", FILES["parse.js"].replace('" "', '"  "'));
  const { code, out } = await stageAt(on.root).run("report --out page.html");
  assert.deepEqual([code, out], [0, `${path.join(on.root, "page.html")}\n`]);
  const { page, noise } = await open(t, path.join(on.root, "page.html"), "light");
  assert.deepEqual(await page.locator("#rooms .changed").allTextContents(), ["parse() changed"]);
  assert.match((await page.locator("#functions").textContent()) ?? "", /1 bypassed: /);
  assert.deepEqual(noise, []);
});

test("astrocache report before any run, and to a place that cannot be written", async (t) => {
  const on = hookedProject(t, FILES);
  assert.deepEqual((await stageAt(on.root).run("report")).code, 1);
  await on.run();
  writeFileSync(path.join(on.root, "file"), "");
  const { code, err } = await stageAt(on.root).run("report --out file/page.html");
  assert.equal(code, 2);
  assert.match(err, /the page could not be written: .* Name another file with --out\./);
});
