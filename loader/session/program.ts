import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createFormerDigests } from "../../runtime/call/accepted.ts";
import { Caller } from "../../runtime/call/caller.ts";
import { createCallSites } from "../../runtime/call/host.ts";
import type { CallOutcome } from "../../runtime/call/outcome.ts";
import { Pipeline } from "../../runtime/call/pipeline.ts";
import { Scopes } from "../../runtime/call/scopes.ts";
import { type Accessors, type CallSite, HOST, type Host } from "../../runtime/call/site.ts";
import { inertCalls } from "../../runtime/call/inert-calls.ts";
import { Worth } from "../../runtime/call/worth.ts";
import { wrapFunction } from "../../runtime/call/wrapper.ts";
import type { Project } from "../../runtime/config/root.ts";
import type { Settings } from "../../runtime/config/settings.ts";
import { createDeclaredFiles } from "../../runtime/inputs/declared-files.ts";
import { publishOutcome } from "../../runtime/events.ts";
import { createDifferenceTeller } from "../../runtime/report/difference-text.ts";
import { createHistory, noHistory } from "../../runtime/report/history.ts";
import { createTally } from "../../runtime/report/tally.ts";
import { openStores } from "../../runtime/stores/open-stores.ts";
import type { StoreSpec } from "../../runtime/stores/store-spec.ts";
import { createTiers } from "../../runtime/stores/tiers/tiers.ts";
import { emitOptionsOf } from "../digest/world/emit-options.ts";
import { ProgramLinker } from "../digest/linker.ts";
import { openLinkLogs } from "../facts/link-logs.ts";
import { reportRun } from "./end-of-run.ts";
import { rememberTags } from "./facts-folder.ts";
import { LoadedProgram } from "./loaded-program.ts";
import { relativePath } from "./module-path.ts";
import type { SessionRecord } from "./records.ts";
import { createThreadReports } from "./thread-reports.ts";

export interface ProgramPlace {
  readonly settings: Settings;
  readonly project: Project;
  /** Of the cache. */
  readonly folder: string;
  readonly factsFolder: string;
  /** In the order in which they are asked. */
  readonly specs: readonly StoreSpec[];
}

/** The program's side: knows the modules that were loaded, and answers the calls of their targets. */
export interface Program {
  accept(record: SessionRecord): void;
  /** Has what other threads have told arrive. Set by whoever installs the hooks. */
  drain: () => void;
}

/** Builds the runtime around the linker, and puts the host in the place where rewritten text finds it. */
export function startProgram({ settings, project, folder, factsFolder, specs }: ProgramPlace): Program {
  const stores = openStores(specs, { ...settings, dir: folder });
  const print = (text: string): void => void process.stderr.write(text);
  const loaded = new LoadedProgram(factsFolder, () => rememberTags(factsFolder));
  const program: Program = { drain: () => undefined, accept: (record) => loaded.accept(record) };
  const linkLogs = openLinkLogs(factsFolder, process.argv[1] ?? "");
  const linker = new ProgramLinker({
    modules: loaded.modules,
    resolver: loaded.resolver,
    emit: emitOptionsOf(process.cwd(), process.env["TSX_TSCONFIG_PATH"]),
    projectName: project.name,
    relativePath: (url) => relativePath(settings.root, url),
    picked: (url, index) => loaded.picked(url, index),
    drain: () => program.drain(),
    earlierLinks: (packages) => linkLogs.read(packages),
  });
  const tally = createTally(Date.now, performance.timeOrigin, () => performance.now());
  const tellDifference = createDifferenceTeller(print);
  const worth = new Worth();
  const emit = (outcome: CallOutcome): void => {
    worth.note(outcome);
    tally.record(outcome);
    publishOutcome(outcome);
    if (outcome.kind === "verify" && outcome.difference !== undefined)
      tellDifference(outcome.target, outcome.difference);
  };
  const history = settings.mode === "readonly" ? noHistory : createHistory(join(folder, "history"));
  const tiers = createTiers(stores, {
    secret: settings.secret,
    strict: settings.strict,
    warn: once((message) => print(`astrocache: ${message}\n`)),
  });
  const mode = settings.mode === "refresh" || settings.mode === "readonly" ? settings.mode : "on";
  const verifyRate = settings.mode === "verify" ? settings.verifyRate : undefined;
  const clock = (): number => performance.now();
  const { classes, generators } = linker;
  const now = (): number => Date.now();
  const pipeline = new Pipeline({ mode, verifyRate, tiers, history, classes, generators, emit, clock, now });
  const files = createDeclaredFiles(settings.root, folder);
  const former = createFormerDigests(folder);
  const scopes = new Scopes();
  const { strict } = settings;
  const environment = process.env;
  const caller = new Caller({ linker, emit, clock, worth, strict, environment, files, former, pipeline, scopes });
  const sites = createCallSites(linker, caller);
  const wrap: Host["wrap"] = (wrapper, fn, options) => {
    linker.alias(wrapper, fn);
    return wrapFunction(fn, options, { linker, caller, pipeline });
  };
  const calls = settings.mode === "bypass" ? PASS_THROUGH : { attach: (url: string) => sites.attach(url), wrap };
  const host = createHost(linker, calls, scopes);
  Reflect.defineProperty(globalThis, HOST, { value: host, configurable: true });
  const threads = createThreadReports();
  process.on("exit", () => {
    program.drain();
    pipeline.end();
    tiers.flushSync();
    history.flush();
    linkLogs.add(linker.newLinks());
    reportRun({ settings, project, folder, factsFolder, loaded, linker, tally, history, threads, print });
  });
  return program;
}

/** How the calls of targets are answered. */
interface Calls {
  attach(url: string): CallSite;
  readonly wrap: Host["wrap"];
}

const PASS_THROUGH: Calls = {
  attach: () => (_index, _parameters, body) => body,
  wrap: (_wrapper, fn) => inertCalls(fn),
};

function createHost(linker: ProgramLinker, calls: Calls, scopes: Scopes): Host {
  return {
    attach(url, _textHash, accessors) {
      if (accessors !== undefined) linker.attach(url, accessors);
      return calls.attach(url);
    },
    wrap: calls.wrap,
    scoped: (scope, run) => scopes.run(scope, run),
    observe: (url, _textHash, accessors, values) => linker.observe(url, withValues(accessors, values)),
    mark(url, _textHash, index, value, captures, key) {
      linker.mark(value, { url, index, captures, key });
      return value;
    },
  };
}

/** Once for each module: `accessors` was made for this call. */
function withValues(accessors: Record<string, () => unknown>, values?: Readonly<Record<string, unknown>>): Accessors {
  for (const name in values) accessors[name] = () => values[name];
  return accessors;
}

function once(print: (message: string) => void): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    print(message);
  };
}
