/** Registers hooks that do nothing: what every loader on Node 20 pays. */
import { register } from "node:module";

register(new URL("empty-hooks.js", import.meta.url));
