import type { MessagePort } from "node:worker_threads";
import type { FarSpec } from "../store-spec.ts";
import type { Fence } from "../store.ts";

/** What a thread asks of the worker that does its I/O. */
export type Request =
  | { readonly op: "get" | "delete"; readonly key: string }
  | {
      readonly op: "set";
      readonly key: string;
      readonly bytes: Uint8Array;
      readonly expiresAt: number | undefined;
      readonly fence: Fence | undefined;
    }
  | { readonly op: "lock"; readonly key: string; readonly token: string; readonly leaseMs: number }
  | { readonly op: "unlock"; readonly key: string; readonly token: string }
  | { readonly op: "clear" };

/** `id` ties a reply to its request: one that comes late is nobody else's. */
export interface Numbered {
  readonly id: number;
  readonly request: Request;
}

export type Reply = { readonly id: number; readonly fence: Fence } & (
  | { readonly ok: true; readonly value: Uint8Array | boolean | undefined }
  | { readonly ok: false; readonly message: string }
);

export interface BridgeData {
  readonly spec: FarSpec;
  readonly port: MessagePort;
  /** One number: how many replies were sent. The waiting thread sleeps on it. */
  readonly replies: Int32Array;
}
