import { loadConfig } from "../runtime/config/config-file.ts";
import { findProject, type Project } from "../runtime/config/root.ts";
import { readSettings, type Environment, type Settings } from "../runtime/config/settings.ts";
import type { Progress } from "../runtime/report/progress.ts";
import { cacheFolder } from "../runtime/stores/folder.ts";

/** Where the CLI was started: what a program started here would be told. */
export interface Place {
  readonly env: Environment;
  readonly cwd: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly project: Project;
  /** To be called now and then by what may take long. */
  readonly progress: Progress;
  /** Reads the config file and the environment. Throws what they are refused for. */
  settings(): Promise<Settings>;
  /** Of the file store. Absolute; it need not exist. */
  folder(): Promise<string>;
}

export function findPlace(env: Environment, cwd: string, now: number, progress: Progress): Place {
  const project = findProject({ env, cwd, entry: undefined });
  let read: Promise<Settings> | undefined;
  const settings = (): Promise<Settings> => (read ??= readAll(env, cwd, project));
  return { env, cwd, now, project, progress, settings, folder: async () => cacheFolder((await settings()).dir) };
}

async function readAll(env: Environment, cwd: string, project: Project): Promise<Settings> {
  return readSettings(env, { root: project.root, cwd, config: await loadConfig(project) });
}
