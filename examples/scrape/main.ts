/**
 * Follows the links of a site and prints its map. While you work on the printing, no page is fetched twice.
 * `node --import astrocache/register examples/scrape/main.ts http://127.0.0.1:8080/`
 */
import { loadPage, type Page } from "./pages.ts";

const start = process.argv[2] ?? "http://127.0.0.1:8080/";
const pages = new Map<string, Page | undefined>();

await visit(start, 3);
for (const [url, page] of pages) {
  const path = new URL(url).pathname;
  console.log(
    page === undefined ? `${path}  could not be loaded` : `${path}  ${page.title}, ${page.links.length} links`,
  );
}

async function visit(url: string, depth: number): Promise<void> {
  if (depth === 0 || pages.has(url) || new URL(url).origin !== new URL(start).origin) return;
  pages.set(url, undefined);
  const page = await loadPage(url).catch((error: unknown) => console.error(String(error)));
  if (page === undefined) return;
  pages.set(url, page);
  for (const link of page.links) await visit(link, depth - 1);
}
