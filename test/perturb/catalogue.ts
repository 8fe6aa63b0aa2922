import { functionRules } from "./rules/functions.ts";
import { layoutRules } from "./rules/layout.ts";
import { literalRules } from "./rules/literals.ts";
import { memberRules } from "./rules/members.ts";
import { moduleRules } from "./rules/modules.ts";
import { nameRules } from "./rules/names.ts";
import { operatorRules } from "./rules/operators.ts";
import type { Rule } from "./rules/rule.ts";
import { statementRules } from "./rules/statements.ts";
import { typeRules } from "./rules/types.ts";

/** Every kind of edit of one module's text. */
export const catalogue: readonly Rule[] = [
  ...operatorRules,
  ...literalRules,
  ...statementRules,
  ...functionRules,
  ...memberRules,
  ...moduleRules,
  ...layoutRules,
  ...typeRules,
  ...nameRules,
];
