export interface Page {
  readonly url: string;
  readonly title: string;
  readonly links: string[];
}

/**
 * Loads a page once a day. A page that could not be loaded throws, and is tried again the next time.
 * @astrocache ttl=1d
 */
export async function loadPage(url: string): Promise<Page> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return parsePage(url, await response.text());
}

function parsePage(url: string, html: string): Page {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "";
  const links = [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href = ""]) => new URL(href, url).href);
  return { url, title: title.trim(), links };
}
