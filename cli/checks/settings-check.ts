import { withoutCredentials } from "../../runtime/config/credentials.ts";
import { settingTable, type SettingValues } from "../../runtime/config/setting-table.ts";
import type { Settings } from "../../runtime/config/settings.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import { parsePatterns } from "../../loader/select/patterns.ts";
import type { Place } from "../place.ts";
import type { Check } from "./check.ts";

export function checkProject({ project }: Place): Check {
  return { name: "project", status: "ok", detail: `${project.name} in ${project.root}` };
}

/** One check for each setting that is not a default; one problem where they cannot be read. */
export async function checkSettings(place: Place): Promise<readonly Check[]> {
  try {
    const settings = await place.settings();
    const patterns = parsePatterns(settings.targets);
    const picked = patterns.map(({ text }) => text).join(", ");
    const detail =
      picked === "" ? "only tagged functions" : `${picked} (${settings.origins.targets}), and tagged functions`;
    return [{ name: "targets", status: "ok", detail }, ...inForce(settings)];
  } catch (error) {
    if (!(error instanceof AstrocacheError)) throw error;
    return [{ name: "settings", status: "problem", detail: error.message, remedy: error.remedy }];
  }
}

function inForce(settings: Settings): Check[] {
  const keys = Object.keys(settingTable) as (keyof SettingValues)[];
  return keys
    .filter((key) => settings.origins[key] !== "default")
    .map((key) => ({ name: key, status: "ok", detail: `${show(settings, key)} (${settings.origins[key]})` }));
}

function show(settings: Settings, key: keyof SettingValues): string {
  if (key === "secret") return "set";
  if (key === "refresh") return settings.mode === "refresh" ? "on" : "off";
  if (key === "store") return withoutCredentials(settings.store ?? "");
  if (key === "ttl") return `${settings.defaults.ttl} ms`;
  if (key === "deps") return String(settings.defaults.deps);
  if (key === "storeTimeout" || key === "maxAge") return `${settings[key]} ms`;
  if (key === "report") return "path" in settings.report ? settings.report.path : settings.report.kind;
  return String(settings[key]);
}
