import type { NamedValue } from "../named.ts";
import { arrays } from "./arrays.ts";
import { binary } from "./binary.ts";
import { builtins } from "./builtins.ts";
import { classes } from "./classes.ts";
import { errors } from "./errors.ts";
import { objects } from "./objects.ts";
import { platform } from "./platform.ts";
import { primitives } from "./primitives.ts";

export { tracked, whileDecoding } from "./classes.ts";

export const battery: readonly { readonly subject: string; readonly values: readonly NamedValue[] }[] = [
  { subject: "Primitives", values: primitives },
  { subject: "Objects", values: objects },
  { subject: "Arrays", values: arrays },
  { subject: "Builtins", values: builtins },
  { subject: "Binary data", values: binary },
  { subject: "Errors", values: errors },
  { subject: "Classes and functions", values: classes },
  { subject: "Node and the web", values: platform },
];
