export { bypass, cache, refresh, type Cached, type CacheOptions } from "./cache.ts";
export { defineConfig, type Config, type ConfigTarget } from "./config/config.ts";
export type { BypassEvent, ErrorEvent, Events, HitEvent, MissEvent, StoreEvent, VerifyEvent } from "./events.ts";
export { AstrocacheError, type ErrorCode, type SourceLocation } from "./errors.ts";
export { reasons, type ReasonCode, type ReasonNote } from "./reasons.ts";
export type { Reason } from "./reasons/reason.ts";
export type { ReportJson, ReportTarget } from "./report/report-json.ts";
