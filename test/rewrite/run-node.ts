import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

export interface Finished {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
  /** What it wrote to file descriptor 3. */
  readonly aside: string;
}

/** Runs Node in a folder until it ends. Flags of the own process and its colours are not handed on. */
export async function runNode(
  cwd: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const env = { ...process.env, NO_COLOR: "1", NODE_OPTIONS: "", ...settings };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  const texts = [1, 2, 3].map((descriptor) => textOf(child.stdio[descriptor] as Readable));
  const [code] = (await once(child, "close")) as [number];
  const [stdout = "", stderr = "", aside = ""] = await Promise.all(texts);
  return { stdout, stderr, code, aside };
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  for await (const chunk of stream.setEncoding("utf8")) text += chunk as string;
  return text;
}
