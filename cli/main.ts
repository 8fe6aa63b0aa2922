#!/usr/bin/env node
import { requireOwn } from "../runtime/own/files.ts";
import type * as Cli from "./run-cli.ts";

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const { runCli } = requireOwn("cli/run-cli.js") as typeof Cli;
process.exitCode = await runCli({
  args: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  now: Date.now(),
  stdout: process.stdout,
  stderr: process.stderr,
});
