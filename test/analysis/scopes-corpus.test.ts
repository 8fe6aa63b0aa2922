import type * as Babel from "@babel/core";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { parse } from "../../loader/analysis/syntax/parse.ts";
import { resolveScopes } from "../../loader/analysis/scopes/resolve-scopes.ts";
import type { ScopeTable } from "../../loader/analysis/scopes/scopes.ts";
import { sourceFiles } from "./corpus.ts";

const { traverse } = createRequire(import.meta.url)("@babel/core") as typeof Babel;

test("names of real programs mean what Babel's own analysis says", () => {
  const counts = { files: 0, references: 0, bindings: 0 };
  const differences: string[] = [];
  for (const { path, text } of sourceFiles(8)) {
    const parsed = parse(text, "js");
    assert.ok(parsed.ok, path);
    const table = resolveScopes(parsed.ast);
    counts.files++;
    traverse(parsed.ast, {
      ReferencedIdentifier(reference: Babel.NodePath<Babel.types.Identifier | Babel.types.JSXIdentifier>) {
        counts.references++;
        if (!agrees(reference, table))
          differences.push(`${path}:${reference.node.loc?.start.line} ${reference.node.name}`);
      },
      Scope({ scope }: Babel.NodePath) {
        for (const { identifier } of Object.values(scope.bindings)) {
          counts.bindings++;
          if (table.bindingOf(identifier)?.name !== identifier.name)
            differences.push(`${path} declares ${identifier.name}`);
        }
      },
    });
  }
  assert.deepEqual(differences, []);
  assert.ok(counts.files > 25 && counts.references > 15_000 && counts.bindings > 5_000, JSON.stringify(counts));
});

function agrees(
  { node, scope }: Babel.NodePath<Babel.types.Identifier | Babel.types.JSXIdentifier>,
  table: ScopeTable,
): boolean {
  const theirs = scope.getBinding(node.name)?.identifier;
  const ours = table.bindingOf(node);
  if (theirs === undefined) return ours === undefined && (table.isReference(node) || table.isArguments(node));
  return ours?.declarations.includes(theirs) === true;
}

test("what is read and assigned is what Babel finds", () => {
  for (const { path, text } of sourceFiles(3)) {
    const parsed = parse(text, "js");
    assert.ok(parsed.ok, path);
    const table = resolveScopes(parsed.ast);
    traverse(parsed.ast, {
      Scope({ scope }: Babel.NodePath) {
        for (const { identifier, constantViolations, constant, referencePaths } of Object.values(scope.bindings)) {
          const ours = table.bindingOf(identifier);
          const place = `${path}:${identifier.loc?.start.line} ${identifier.name}`;
          const reads = new Set(referencePaths.map(({ node }) => node).filter(({ type }) => type === "Identifier"));
          // To Babel the head of `for (x of y)` also reads x.
          const used = new Set([...(ours?.reads ?? []), ...(ours?.assignments ?? [])]);
          for (const read of reads) assert.ok(used.has(read), `${place} is read`);
          if (constantViolations.length > 0)
            assert.ok(
              (ours?.assignments.length ?? 0) > 0 || (ours?.declarations.length ?? 0) > 1,
              `${place} is assigned`,
            );
          else if (constant) assert.deepEqual(ours?.assignments.length, 0, `${place} is constant`);
        }
      },
    });
  }
});
