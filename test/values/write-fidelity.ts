import { writeFileSync } from "node:fs";
import { fidelityDocument } from "./fidelity.ts";

// From `dist/test/values`.
writeFileSync(new URL("../../../docs/fidelity.md", import.meta.url), await fidelityDocument());
