import { pathToFileURL } from "node:url";

// Started with paths of programs: runs each to its end, one after another, with a heading between their outputs.
for (const path of process.argv.slice(2)) {
  console.log(`=== ${path}`);
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    console.log("failed:", error);
  }
  // What a program has started without awaiting it.
  await new Promise((resolve) => setTimeout(resolve, 5));
}
