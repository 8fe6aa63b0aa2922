import { humanDuration } from "../humanize.ts";
import type { Bucket, Timeline } from "../timeline.ts";

const HEIGHT = 100;

/** Bars over the time of the run, and the same as a table for those who do not see them. */
export function timelineHtml({ bucketMs, buckets }: Timeline): string {
  if (buckets.length === 0) return "<p>No call was made.</p>";
  const most = Math.max(1, ...buckets.map(({ hits, misses, bypassed }) => hits + misses + bypassed));
  const bars = buckets.map((bucket, place) => bar(bucket, place, HEIGHT / most)).join("");
  const span = humanDuration(bucketMs * buckets.length);
  const label = `Calls over ${span}, at most ${most} in ${humanDuration(bucketMs)}; the table below has the numbers`;
  const rows = buckets.flatMap((bucket, place) => row(bucket, humanDuration(place * bucketMs)));
  return [
    `<svg class="timeline" role="img" aria-label="${label}" viewBox="0 0 ${buckets.length} ${HEIGHT}" preserveAspectRatio="none">${bars}</svg>`,
    `<p class="legend"><span class="l-hit">answered</span><span class="l-miss">ran</span><span class="l-bypass">bypassed</span><b class="soft">${span}</b></p>`,
    '<details><summary>As a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Timeline as a table"><table><caption>By when calls ended</caption>',
    '<thead><tr><th scope="col">from</th><th scope="col">answered</th><th scope="col">ran</th><th scope="col">bypassed</th><th scope="col">took</th><th scope="col">would have taken</th></tr></thead>',
    `<tbody>${rows.join("")}</tbody></table></div></details>`,
  ].join("");
}

function bar({ hits, misses, bypassed }: Bucket, place: number, unit: number): string {
  let top = HEIGHT;
  const piece = (kind: string, calls: number): string => {
    if (calls === 0) return "";
    top -= calls * unit;
    return `<rect class="${kind}" x="${place}" y="${top.toFixed(2)}" width="0.92" height="${(calls * unit).toFixed(2)}"/>`;
  };
  return piece("hit", hits) + piece("miss", misses) + piece("bypass", bypassed);
}

function row({ hits, misses, bypassed, ranMs, savedMs }: Bucket, from: string): string[] {
  if (hits + misses + bypassed === 0) return [];
  const cells = [hits, misses, bypassed, humanDuration(ranMs), humanDuration(savedMs)];
  return [`<tr><th scope="row">${from}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`];
}
