import { createHash } from "node:crypto";
import type { Plugin } from "rollup";
import { minify } from "terser";

/**
 * Takes comments and indentation out of what is written, and leaves names and lines: V8 reads each character of a file before
 * any of it runs, which for the program's side is 5 ms with them and 3 ms without (Node 24). Of letters beyond ASCII one is enough
 * to double what a text takes.
 */
export function withoutComments(): Plugin {
  return {
    name: "without-comments",
    async renderChunk(code, _chunk, { format }) {
      const { code: written, map } = await minify(code, {
        module: format === "es",
        compress: false,
        mangle: false,
        format: { beautify: true, indent_level: 0, comments: false, ascii_only: true },
        sourceMap: { asObject: true },
      });
      if (written === undefined || typeof map !== "object") throw new Error("terser gave nothing");
      return { code: written, map: JSON.stringify(map) };
    },
  };
}

/** Begins each file with a hash of the rest, by which code is found that was compiled of it. On the first line, which no map names. */
export function withIds(): Plugin {
  return {
    name: "with-ids",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const id = createHash("sha256").update(chunk.code).digest("hex").slice(0, 16);
        chunk.code = `/*${id}*/${chunk.code}`;
      }
    },
  };
}
