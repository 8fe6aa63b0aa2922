/** The table of what becomes of each value of the battery, as Markdown. */
import { encodeValueAsync } from "../../runtime/codec/codec.ts";
import { battery } from "./battery/index.ts";
import { bytesOf, keyOf, resolver } from "./judge.ts";

const head = `# What becomes of a value

Each row is a value of the battery in \`test/values/battery\`, which is checked on every supported version of Node. As an argument (or receiver, or
captured value), **hit** means: it makes a key, the same in every process and different from that of any value which code can tell apart.
As a result, **hit** means: it comes back so that no code can tell it from the original, and shares nothing with the cache. Otherwise
the call runs, nothing is stored, and the reason is said. There is no third thing. *hit, awaited* needs a content that can only be read
later, so that it is stored after an asynchronous call. Temporal objects are hits both ways where Node has them.

This file is written by \`node dist/test/values/write-fidelity.js\`, and a test says when it is stale.
`;

/** The whole document. */
export async function fidelityDocument(): Promise<string> {
  const sections: string[] = [];
  for (const { subject, values } of battery) {
    const rows: string[] = [];
    for (const { name, make } of values)
      rows.push(`| ${escape(name)} | ${asArgument(make())} | ${await asResult(make())} |`);
    sections.push(
      `## ${subject}\n\n| value | as an argument | as a result |\n| --- | --- | --- |\n${rows.join("\n")}\n`,
    );
  }
  return `${head}\n${sections.join("\n")}`;
}

function asArgument(value: unknown): string {
  const outcome = keyOf(value);
  return outcome.ok ? "hit" : outcome.code;
}

async function asResult(value: unknown): Promise<string> {
  const outcome = bytesOf(value);
  if (outcome.ok) return "hit";
  if (!outcome.late) return outcome.code;
  return (await encodeValueAsync(value, { classes: resolver })).ok ? "hit, awaited" : outcome.code;
}

function escape(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
