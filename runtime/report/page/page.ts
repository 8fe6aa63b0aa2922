import { humanDuration, printable } from "../humanize.ts";
import { reasons } from "../../reasons.ts";
import type { TargetTotals, Totals } from "../tally.ts";
import type { PageData } from "./page-data.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { timelineHtml } from "./page-timeline.ts";

/** The page of a run: one file that asks nothing of any network. */
export function pageText({ project, command, endedAt, totals, graph }: PageData): string {
  const data = JSON.stringify(graph).replaceAll("<", "\\u003c");
  const title = `astrocache: ${project}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${escape(title)}</h1>
<p class="soft">${escape(command.join(" "))}, <time datetime="${new Date(endedAt).toISOString()}">${new Date(endedAt).toISOString().replace("T", " ").slice(0, 19)} UTC</time></p>
${figures(totals)}
</header>
<main>
<h2>Timeline</h2>
${timelineHtml(totals.timeline)}
<h2>Functions</h2>
${functionTable(totals.targets)}
<h2 id="graph-title" aria-live="polite">What a function reaches</h2>
<div class="graph"><svg id="lines" aria-hidden="true"></svg><div id="rooms"></div></div>
<aside id="part" aria-label="The chosen part" hidden></aside>
${refusals(totals)}
</main>
<script type="application/json" id="graph-data">${data}</script>
<script type="module">${pageScript()}</script>
</body>
</html>
`;
}

function figures({ hits, misses, bypassed, verified, different, savedMs }: Totals): string {
  const rows: [string, string][] = [
    ["answered", String(hits)],
    ["ran", String(misses)],
    ["bypassed", String(bypassed)],
    ["saved", humanDuration(savedMs)],
    ...(verified === 0
      ? []
      : ([
          ["verified", String(verified)],
          ["different", String(different)],
        ] as [string, string][])),
  ];
  return `<dl class="figures">${rows.map(([name, text]) => `<div><dt>${name}</dt><dd>${text}</dd></div>`).join("")}</dl>`;
}

function functionTable(targets: readonly TargetTotals[]): string {
  const head = ["answered", "ran", "bypassed", "saved"].map((text) => `<th scope="col" class="number">${text}</th>`);
  return [
    '<div class="scroll" tabindex="0" role="region" aria-label="Functions"><table id="functions"><caption>Choose one to see what it reaches</caption>',
    `<thead><tr><th scope="col">function</th>${head.join("")}<th scope="col">why it ran</th></tr></thead><tbody>`,
    ...targets.map(functionRow),
    "</tbody></table></div>",
  ].join("");
}

function functionRow(target: TargetTotals, place: number): string {
  const { file, name, line, hits, misses, bypassed, savedMs } = target;
  const numbers = [hits, misses, bypassed, hits === 0 ? "" : humanDuration(savedMs)];
  const cells = numbers.map((text) => `<td class="number">${text}</td>`).join("");
  const why = [...causes(target), ...bypasses(target)].map(escape).join("<br>");
  const head = `<button type="button" data-target="${place}" aria-pressed="false">${escape(name)}</button> <span class="soft">${escape(`${file}:${line}`)}</span>`;
  return `<tr><th scope="row">${head}</th>${cells}<td>${why}</td></tr>`;
}

function causes({ missReasons, changes }: TargetTotals): string[] {
  const labels = changes.map(({ label }) => label).join(", ");
  return Object.entries(missReasons).map(
    ([cause, number]) => `${number} ${cause}${cause === "code-changed" && labels !== "" ? `: ${labels}` : ""}`,
  );
}

function bypasses({ notes, bypassReasons }: TargetTotals): string[] {
  return notes.map(({ code, detail }) => {
    const what = detail === undefined ? "" : ` (${detail})`;
    return `${bypassReasons[code] ?? 1} bypassed: ${reasons[code].sentence}${what} ${reasons[code].remedy}`;
  });
}

function refusals({ declined }: Totals): string {
  if (declined.length === 0) return "";
  const items = declined.map(
    ({ id, reason }) =>
      `<li><b>${escape(id)}</b>: ${escape(reasons[reason].sentence)} ${escape(reasons[reason].remedy)}</li>`,
  );
  return `<h2>Left alone</h2><ul>${items.join("")}</ul>`;
}

function escape(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return printable(text).replace(/[&<>"']/g, (char) => names[char] ?? char);
}
