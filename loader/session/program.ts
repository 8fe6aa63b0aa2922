import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createCallSites } from "../../runtime/call/host.ts";
import type { CallOutcome } from "../../runtime/call/outcome.ts";
import { Pipeline } from "../../runtime/call/pipeline.ts";
import { type CallSite, HOST, type Host } from "../../runtime/call/site.ts";
import type { Project } from "../../runtime/config/root.ts";
import type { Settings } from "../../runtime/config/settings.ts";
import type { TargetOptions } from "../../runtime/config/target-options.ts";
import { publishOutcome } from "../../runtime/events.ts";
import { createHistory, noHistory } from "../../runtime/report/history.ts";
import { keepLastRun } from "../../runtime/report/last-run.ts";
import { createTally } from "../../runtime/report/tally.ts";
import { writeReport } from "../../runtime/report/write-report.ts";
import type { Store } from "../../runtime/stores/store.ts";
import { createTiers } from "../../runtime/stores/tiers.ts";
import { ProgramLinker } from "../digest/linker.ts";
import { ModuleTable } from "../digest/module-table.ts";
import { ImportResolver } from "../digest/resolve.ts";
import { FactsStore } from "../facts/facts-store.ts";
import { type UnmatchedPattern, unmatchedText } from "../select/unmatched.ts";
import { relativePath } from "./module-path.ts";
import type { SessionRecord } from "./records.ts";

export interface ProgramPlace {
  readonly settings: Settings;
  readonly project: Project;
  /** Of the cache. */
  readonly folder: string;
  readonly factsFolder: string;
  /** In the order in which they are asked. */
  readonly stores: readonly Store[];
}

/** The program's side: knows the modules that were loaded, and answers the calls of their targets. */
export interface Program {
  accept(record: SessionRecord): void;
  /** Where the loader keeps records back that other threads have sent. */
  drain: () => void;
}

/** Builds the runtime around the linker, and puts the host in the place where rewritten text finds it. */
export function startProgram({ settings, project, folder, factsFolder, stores }: ProgramPlace): Program {
  const warn = once((message: string) => process.stderr.write(`astrocache: ${message}\n`));
  const modules = new ModuleTable(new FactsStore(factsFolder, () => undefined));
  const resolver = new ImportResolver();
  const targets = new Map<string, Map<number, TargetOptions>>();
  const unmatched: UnmatchedPattern[] = [];
  const tally = createTally();
  const history = settings.mode === "readonly" ? noHistory : createHistory(join(folder, "history"));
  const pathOf = (url: string): string => relativePath(settings.root, url);
  const emit = (outcome: CallOutcome): void => {
    tally.record(outcome);
    publishOutcome(outcome);
  };

  const program: Program = {
    drain: () => undefined,
    accept(record) {
      if (record.type === "resolved") {
        const { parentUrl, kind, specifier, url } = record.resolution;
        resolver.record(parentUrl, kind, specifier, url);
      } else if (record.type === "tagged") rememberTags(factsFolder);
      else {
        modules.add(record.url, record.textHash, record.reachesOut);
        targets.set(record.url, new Map(record.targets.map(({ index, options }) => [index, options])));
        unmatched.push(...record.unmatched);
        for (const { name, note } of record.declined)
          tally.decline(`${project.name}:${pathOf(record.url)}#${name}`, note.code);
      }
    },
  };

  const linker = new ProgramLinker({
    modules,
    resolver,
    projectName: project.name,
    relativePath: pathOf,
    optionsOf: (url, _textHash, index) => targets.get(url)?.get(index),
    drain: () => program.drain(),
  });
  const tiers = createTiers(stores, { secret: settings.secret, strict: settings.strict, warn });
  let pipeline: Pipeline | undefined;
  const sites = createCallSites({
    linker,
    emit,
    strict: settings.strict,
    environment: process.env,
    pipeline: () =>
      (pipeline ??= new Pipeline({
        mode: settings.mode === "refresh" || settings.mode === "readonly" ? settings.mode : "on",
        tiers,
        history,
        emit,
        clock: () => performance.now(),
        now: () => Date.now(),
      })),
  });
  const passThrough: CallSite = (_index, _parameters, body) => body();
  const host: Host = {
    attach: (url, textHash, accessors) => {
      if (settings.mode === "bypass") return passThrough;
      if (accessors !== undefined) linker.attach(url, accessors);
      return sites.attach(url, textHash);
    },
    observe: (url, _textHash, accessors) => linker.observe(url, accessors),
    mark: (url, _textHash, index, fn, captures) => {
      linker.mark(fn, url, index, captures);
      return fn;
    },
  };
  Reflect.defineProperty(globalThis, HOST, { value: host, configurable: true });
  process.on("exit", () => {
    program.drain();
    tiers.flushSync();
    history.flush();
    const totals = tally.totals();
    if (totals.targets.length > 0 && settings.mode !== "readonly") {
      keepLastRun(folder, {
        format: 1,
        endedAt: Date.now(),
        root: settings.root,
        command: process.argv.slice(1),
        totals,
      });
    }
    writeReport(totals, settings.report, (text) => process.stderr.write(text));
    if (settings.report.kind !== "off")
      for (const pattern of unmatched) process.stderr.write(`${unmatchedText(pattern)}\n`);
  });
  return program;
}

/** The next run of this project looks into every module from the start. */
function rememberTags(factsFolder: string): void {
  try {
    mkdirSync(factsFolder, { recursive: true, mode: 0o700 });
    writeFileSync(join(factsFolder, "tagged"), "");
  } catch (error) {
    // Without a writable folder every run is a first one; the file store says so when it is used.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

function once(print: (message: string) => void): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    print(message);
  };
}
