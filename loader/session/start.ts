import { loadConfig } from "../../runtime/config/config-file.ts";
import { findProject } from "../../runtime/config/root.ts";
import { readSettings } from "../../runtime/config/settings.ts";
import { cacheFolder } from "../../runtime/stores/folder.ts";
import { openStores } from "../../runtime/stores/open-stores.ts";
import type { installHooks } from "../hooks/install.ts";
import { createSession } from "../session.ts";
import { factsFolderOf, hasTags } from "./facts-folder.ts";
import { startProgram } from "./program.ts";
import type { SessionRecord } from "./records.ts";
import type { SessionSettings } from "./session-settings.ts";

/** Reads what was asked for, and has the modules of this thread pass through a session. */
export async function start(install: typeof installHooks): Promise<void> {
  const project = findProject({ env: process.env, cwd: process.cwd(), entry: process.argv[1] });
  const config = await loadConfig(project);
  const settings = readSettings(process.env, { root: project.root, cwd: process.cwd(), config });
  if (settings.mode === "off") return;
  const folder = await cacheFolder(settings.dir);
  const factsFolder = factsFolderOf(folder, project.root);
  const { root, mode, targets, defaults } = settings;
  const session: SessionSettings = { root, mode, targets, defaults, factsFolder, isTagged: hasTags(factsFolder) };
  const stores = await openStores({ ...settings, dir: folder });
  // The end of a process cannot wait for it.
  const page = settings.report.kind === "html" ? (await import("./run-page.ts")).runPage : undefined;
  const program = startProgram({ settings, project, folder, factsFolder, stores, page });
  const accept = (record: unknown): void => program.accept(record as SessionRecord);
  const hooks = install({ listener: createSession(session, accept), settings: session, receive: accept });
  program.drain = () => hooks.drain();
}
