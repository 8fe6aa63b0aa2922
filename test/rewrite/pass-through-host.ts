import { HOST } from "../../runtime/call/site.ts";
import { passThrough } from "./pass-through.ts";

Object.defineProperty(globalThis, HOST, { value: passThrough });
