import { type Graph, ownGraph, packageGraph } from "./graph.ts";

/** Own fixtures, and modules as registry packages publish them. */
export function corpus(): readonly Graph[] {
  return [...ownGraphs(), ...packageGraphs()];
}

export function ownGraphs(): readonly Graph[] {
  return [
    ownGraph("shop", ["app.ts#invoice", "app.ts#report", "pricing.ts#price", "cart.ts#total"]),
    ownGraph("text", ["app.js#page", "app.js#lazy", "tokens.js#tokenNames", "layout.js#wrap"]),
    ownGraph("legacy", ["run.js#run", "late.js#late"]),
    ownGraph("shapes", ["app.ts#draw", "app.ts#measure"]),
    ownGraph("state", ["app.ts#apply", "app.ts#bounded"]),
    ownGraph("ui", ["app.tsx#page", "card.tsx#Card"]),
  ];
}

function packageGraphs(): readonly Graph[] {
  return [
    packageGraph("smol-toml/dist", ["parse.js#parse", "stringify.js#stringify"]),
    packageGraph("diff/libesm", [
      "diff/line.js#diffLines",
      "patch/apply.js#applyPatch",
      "convert/xml.js#convertChangesToXML",
    ]),
    packageGraph("entities/src", ["index.ts#decode", "escape.ts#escapeUTF8", "decode.ts#decodeXML"]),
    packageGraph("semver", [
      "functions/parse.js#parse:default",
      "ranges/subset.js#subset:default",
      "functions/inc.js#inc:default",
    ]),
    packageGraph("yaml/browser/dist", ["public-api.js#stringify"]),
  ];
}
