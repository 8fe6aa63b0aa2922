import { loadConfig } from "../../runtime/config/config-file.ts";
import { findProject } from "../../runtime/config/root.ts";
import { readSettings, type Settings } from "../../runtime/config/settings.ts";
import { requireOwn } from "../../runtime/own/files.ts";
import { cacheFolder } from "../../runtime/stores/folder.ts";
import { readStores } from "../../runtime/stores/read-stores.ts";
import type { installHooks } from "../hooks/install.ts";
import type * as SessionModule from "../session.ts";
import { factsFolderOf, hasTags } from "./facts-folder.ts";
import { LateProgram } from "./late-program.ts";
import type { SessionRecord } from "./records.ts";
import type { SessionSettings } from "./session-settings.ts";

/** Reads what was asked for, and has the modules of this thread pass through a session. */
export async function start(install: typeof installHooks): Promise<void> {
  const project = findProject({ env: process.env, cwd: process.cwd(), entry: process.argv[1] });
  const config = await loadConfig(project);
  const settings = readSettings(process.env, { root: project.root, cwd: process.cwd(), config });
  if (settings.mode === "off") return;
  const folder = cacheFolder(settings.dir);
  const factsFolder = factsFolderOf(folder, project.root);
  const { root, mode, targets, defaults } = settings;
  const session: SessionSettings = { root, mode, targets, defaults, factsFolder, isTagged: hasTags(factsFolder) };
  const specs = readStores(settings);
  const program = new LateProgram({ settings, project, folder, factsFolder, specs });
  const accept = (record: unknown): void => program.accept(record as SessionRecord);
  const isLate = isNothingSelected(session, settings);
  if (!isLate) program.begin();
  const own = isLate ? "loader/session/late-session.js" : "loader/session.js";
  const { createSession } = requireOwn(own) as typeof SessionModule;
  const listener = createSession(session, accept);
  const hooks = install({ listener, session: { own }, settings: session, receive: accept });
  program.drain = () => hooks.drain();
}

/** As far as is known before any module is: what would come of it at the end is nothing at all. */
function isNothingSelected({ targets, isTagged }: SessionSettings, { report, manifest }: Settings): boolean {
  return targets.length === 0 && !isTagged && manifest === undefined && !("path" in report);
}
