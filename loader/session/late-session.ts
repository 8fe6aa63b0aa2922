import { requireOwn } from "../../runtime/own/files.ts";
import type * as SessionModule from "../session.ts";
import type { LoadedText, LoadListener, Resolution } from "../hooks/listener.ts";
import { maySelect } from "../select/may-select.ts";

/** Characters of texts that are kept. Beyond, a session begins that knows them by their hashes. */
const MOST_KEPT = 4_000_000;

type Told =
  | { readonly kind: "resolved"; readonly resolution: Resolution }
  | { readonly kind: "loaded"; readonly text: LoadedText };

/**
 * For a program of which nothing is selected yet: searches each text for what would select something, and loads nothing for it. With
 * the first such text a session begins, which is told all that was before.
 */
export function createSession(settings: unknown, sink: (record: unknown) => void): LoadListener {
  let told: Told[] = [];
  let kept = 0;
  let session: LoadListener | undefined;

  const begin = (): LoadListener => {
    const module = requireOwn("loader/session.js") as typeof SessionModule;
    session = module.createSession(settings, sink);
    for (const one of told)
      if (one.kind === "resolved") session.resolved(one.resolution);
      else session.loaded(one.text);
    told = [];
    return session;
  };

  return {
    resolved(resolution) {
      if (session === undefined) told.push({ kind: "resolved", resolution });
      else session.resolved(resolution);
    },
    loaded(text) {
      if (session !== undefined) return session.loaded(text);
      kept += text.text.length;
      if (maySelect(text.text) || kept > MOST_KEPT) return begin().loaded(text);
      told.push({ kind: "loaded", text });
      return undefined;
    },
  };
}
