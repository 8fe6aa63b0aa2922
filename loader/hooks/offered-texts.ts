import vm from "node:vm";
import type { LoadListener } from "./listener.ts";
import { isProgramUrl, isSourceUrl, urlWithoutMarks } from "./urls.ts";

type Kind = "module" | "commonjs";

/** What one load of a CommonJS module has already been given to the listener, until the module is compiled. */
interface OfferedText {
  readonly original: string;
  readonly result: string;
}

/**
 * Gives each loaded text to the listener, and each only once: a CommonJS module may pass a load hook and then
 * `Module.prototype._compile`, and either alone.
 */
export class OfferedTexts {
  readonly #listener: LoadListener;
  readonly #onMoved: () => void;
  readonly #waiting = new Map<string, OfferedText>();

  /** `onMoved` is told of each text in which something stands at another place than before. */
  constructor(listener: LoadListener, onMoved: () => void) {
    this.#listener = listener;
    this.#onMoved = onMoved;
  }

  /** The text that runs in place of `text`: the same one where the listener leaves it untouched. */
  offer(url: string, text: string, kind: Kind): string {
    const rewritten = this.#listener.loaded({ url: urlWithoutMarks(url), text, kind });
    if (rewritten === undefined) return text;
    if (!rewritten.startsWith(text)) this.#onMoved();
    return rewritten;
  }

  /** As `offer`, and remembers the answer for `compiled`. */
  offerBeforeCompile(url: string, filename: string, text: string, kind: Kind): string {
    const offered = this.#waiting.get(filename);
    if (offered !== undefined && (text === offered.original || text === offered.result)) return offered.result;
    const result = this.offer(url, text, kind);
    this.#waiting.set(filename, { original: text, result });
    return result;
  }

  /**
   * What to compile for `content`. It has been offered if a load hook saw it; then it is either the hook's answer, or the
   * file's text read again by somebody, or what a foreign transformer made of one of them.
   */
  compiled(url: string, filename: string, content: string, format: string | undefined): string {
    const offered = this.#waiting.get(filename);
    const text = decode(content);
    if (offered !== undefined) {
      this.#waiting.delete(filename);
      return text === offered.original ? offered.result : content;
    }
    return isProgramUrl(url) && isSourceUrl(url) ? this.offer(url, text, kindOf(format, text)) : content;
  }

  forget(filename: string): void {
    this.#waiting.delete(filename);
  }
}

const decoder = new TextDecoder();

/** Node's own text, as it decodes it: without a byte order mark. */
export function decode(source: string | ArrayBuffer | NodeJS.ArrayBufferView): string {
  if (typeof source !== "string") return decoder.decode(source);
  return source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
}

/** What Node takes a text for. Without a format, it compiles as CommonJS and looks whether that fails on ES module syntax. */
export function kindOf(format: string | null | undefined, text: string): Kind {
  if (format?.startsWith("module") === true) return "module";
  if (format?.startsWith("commonjs") === true) return "commonjs";
  return isModuleSyntax(text) ? "module" : "commonjs";
}

/** https://nodejs.org/docs/latest/api/packages.html#syntax-detection */
function isModuleSyntax(text: string): boolean {
  if (!/\b(?:import|export|await)\b/.test(text)) return false;
  try {
    vm.compileFunction(text, ["exports", "require", "module", "__filename", "__dirname"]);
    return false;
  } catch (error) {
    return (
      error instanceof SyntaxError &&
      /import statement outside|'import\.meta'|Unexpected token 'export'|await is only valid/.test(error.message)
    );
  }
}
