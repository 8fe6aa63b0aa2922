import { readFileSync } from "node:fs";
import type { Manifest, ManifestTarget } from "../../loader/digest/manifest.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import { changedParts } from "../../runtime/report/changed-parts.ts";

export interface ManifestChanges {
  readonly targets: readonly TargetChange[];
  readonly modules: readonly ModuleChange[];
}

interface TargetChange {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
  /** Parts whose own text was edited. */
  readonly parts: readonly string[];
}

interface ModuleChange {
  readonly file: string;
  /** `changed`: the module itself, not only what it imports. */
  readonly change: "added" | "removed" | "changed";
}

/** Removed ones first, then those that are there now, in their order. */
export function compareManifests(before: Manifest, now: Manifest): ManifestChanges {
  const targets = pairs(before.targets, now.targets, nameOf).flatMap(([id, old, current]): TargetChange[] => {
    const change = changeOf(old?.codeDigest, current?.codeDigest);
    if (change === undefined) return [];
    return [{ id, change, parts: change === "changed" ? changedParts(old?.parts ?? [], current?.parts ?? []) : [] }];
  });
  const modules = pairs(before.modules, now.modules, ({ file }) => file).flatMap(
    ([file, old, current]): ModuleChange[] => {
      const change = changeOf(old?.digest, current?.digest);
      return change === undefined ? [] : [{ file, change }];
    },
  );
  return { targets, modules };
}

/** A target that has another code in another program is known by that, too. */
function nameOf({ id, entries }: ManifestTarget): string {
  return entries === undefined ? id : `${id} in ${entries.join(", ")}`;
}

type Pair<T> = readonly [name: string, before: T | undefined, now: T | undefined];

function pairs<T>(before: readonly T[], now: readonly T[], nameOf: (one: T) => string): Pair<T>[] {
  const old = new Map(before.map((one) => [nameOf(one), one]));
  const current = new Set(now.map(nameOf));
  return [
    ...before.filter((one) => !current.has(nameOf(one))).map((one): Pair<T> => [nameOf(one), one, undefined]),
    ...now.map((one): Pair<T> => [nameOf(one), old.get(nameOf(one)), one]),
  ];
}

function changeOf(
  before: string | null | undefined,
  now: string | null | undefined,
): "added" | "removed" | "changed" | undefined {
  if (now === undefined) return "removed";
  if (before === undefined) return "added";
  return before === now ? undefined : "changed";
}

/** @throws AstrocacheError `USAGE` */
export function readManifest(file: string): Manifest {
  const fail = (what: string): AstrocacheError =>
    new AstrocacheError("USAGE", `${file} ${what}`, {
      remedy: "Give a file that astrocache digest --json printed, or that ASTROCACHE_MANIFEST names.",
    });
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw fail(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  if (!isManifest(value)) throw fail("holds no digests of version 1");
  return value;
}

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    value["version"] === 1 &&
    isListOf(value["targets"], isTarget) &&
    isListOf(value["modules"], isModule)
  );
}

function isTarget(value: unknown): boolean {
  return isRecord(value) && typeof value["id"] === "string" && isListOf(value["parts"], isPart);
}

function isPart(value: unknown): boolean {
  return isRecord(value) && typeof value["label"] === "string" && typeof value["digest"] === "string";
}

function isModule(value: unknown): boolean {
  return isRecord(value) && typeof value["file"] === "string";
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
