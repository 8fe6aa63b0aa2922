import type { PageDocument, PageElement } from "./page-dom.ts";
import { layOutRooms, type Drawing } from "./rooms.ts";

/* Runs in the browser: draws what the chosen function reaches, and shows the source of a part. */

declare const document: PageDocument;
declare function addEventListener(type: "resize", listener: () => void): void;

interface Part {
  readonly label: string;
  readonly kind: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly refs: readonly number[];
  readonly changed: boolean;
  readonly source: string | null;
}

interface Graph {
  readonly parts: readonly Part[];
  readonly roots: readonly (number | null)[];
}

const MOST_DRAWN = 400;

const graph = JSON.parse(find("#graph-data").textContent ?? "") as Graph;
const list = find("#functions");
const title = find("#graph-title");
const rooms = find("#rooms");
const lines = find("#lines");
const panel = find("#part");
let drawing: Drawing | undefined;

list.addEventListener("click", (event) => {
  const chosen = event.target?.closest("[data-target]")?.dataset["target"];
  if (chosen !== undefined) choose(Number(chosen));
});
for (const place of [rooms, panel])
  place.addEventListener("click", (event) => {
    const chosen = event.target?.closest("[data-part]")?.dataset["part"];
    if (chosen !== undefined) show(Number(chosen));
  });
rooms.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key ?? ""];
  if (step === undefined) return;
  const buttons = [...rooms.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
});
addEventListener("resize", drawLines);
const first = graph.roots.findIndex((root) => root !== null);
if (first >= 0) choose(first);

function choose(target: number): void {
  for (const button of list.querySelectorAll("[data-target]"))
    button.setAttribute("aria-pressed", String(button.dataset["target"] === String(target)));
  const root = graph.roots[target] ?? null;
  panel.hidden = true;
  if (root === null) {
    title.textContent = "The code of this function could not be followed";
    drawing = undefined;
    rooms.innerHTML = "";
    drawLines();
    return;
  }
  drawing = layOutRooms(root, graph.parts, MOST_DRAWN);
  title.textContent = `What ${nameOf(root)} reaches`;
  rooms.innerHTML = drawing.columns
    .map((column) => `<div class="column">${column.map(roomHtml).join("")}</div>`)
    .join("");
  if (drawing.left > 0) rooms.innerHTML += `<p>${drawing.left} further parts are left out.</p>`;
  drawLines();
}

function roomHtml({ name, parts }: Drawing["columns"][number][number]): string {
  return `<section class="room" aria-label="${escape(name)}"><h3>${escape(name)}</h3><ul>${parts.map((part) => `<li>${buttonHtml(part)}</li>`).join("")}</ul></section>`;
}

function buttonHtml(place: number): string {
  const part = graph.parts[place];
  const mark = part?.changed === true ? ' <span class="mark">changed</span>' : "";
  return `<button type="button" data-part="${place}" class="${part?.changed === true ? "changed" : ""}">${escape(nameOf(place))}${mark}</button>`;
}

function nameOf(place: number): string {
  const part = graph.parts[place];
  const name = (part?.label ?? "").replace(/^[^#]*#/, "").replace(/^package /, "");
  return part?.kind === "function" ? `${name}()` : name;
}

function show(place: number): void {
  const part = graph.parts[place];
  if (part === undefined) return;
  const users = graph.parts.flatMap(({ refs }, user) => (refs.includes(place) ? [user] : []));
  panel.innerHTML = [
    `<h3 tabindex="-1">${escape(nameOf(place))}</h3>`,
    `<p>${escape(part.file === null ? part.kind : `${part.kind}, ${part.file}:${part.line ?? 1}`)}${part.changed ? ", changed since the run before" : ""}</p>`,
    listHtml("Reached from", users),
    listHtml("Reaches", part.refs),
    part.source === null
      ? "<p>Its source is not kept.</p>"
      : `<pre tabindex="0" role="region" aria-label="Source of ${escape(nameOf(place))}"><code>${escape(part.source)}</code></pre>`,
  ].join("");
  panel.hidden = false;
  for (const button of rooms.querySelectorAll("[data-part]"))
    button.setAttribute("aria-pressed", String(button.dataset["part"] === String(place)));
  for (const head of panel.querySelectorAll("h3")) head.focus();
  panel.scrollIntoView({ block: "nearest" });
}

function listHtml(head: string, places: readonly number[]): string {
  if (places.length === 0) return "";
  return `<p>${head} ${places.map(buttonHtml).join(" ")}</p>`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** To what stands below or before it a line goes around on the right. */
function lineFrom(a: Box, b: Box): string {
  if (b.left < a.right) {
    const bend = Math.max(a.right, b.right) + 24;
    return `M${a.right} ${a.middle}C${bend} ${a.middle} ${bend} ${b.middle} ${b.right} ${b.middle}`;
  }
  const middle = (a.right + b.left) / 2;
  return `M${a.right} ${a.middle}C${middle} ${a.middle} ${middle} ${b.middle} ${b.left} ${b.middle}`;
}

/** From the right edge of one part to the left edge of another, below the rooms. */
function drawLines(): void {
  const frame = rooms.getBoundingClientRect();
  const boxes = new Map<string, Box>();
  for (const button of rooms.querySelectorAll("[data-part]")) {
    const { left, right, top, height } = button.getBoundingClientRect();
    const x = rooms.scrollLeft - frame.left;
    boxes.set(button.dataset["part"] ?? "", {
      left: left + x,
      right: right + x,
      middle: top + height / 2 + rooms.scrollTop - frame.top,
    });
  }
  lines.setAttribute("width", String(rooms.scrollWidth));
  lines.setAttribute("height", String(rooms.scrollHeight));
  lines.innerHTML = (drawing?.edges ?? [])
    .map(([from, to]) => {
      const a = boxes.get(String(from));
      const b = boxes.get(String(to));
      if (a === undefined || b === undefined) return "";
      return `<path d="${lineFrom(a, b)}"/>`;
    })
    .join("");
}

function find(selector: string): PageElement {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

function escape(text: string): string {
  const names: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[&<>"]/g, (char) => names[char] ?? char);
}
