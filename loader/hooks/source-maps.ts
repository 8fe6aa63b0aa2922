import { NodeModule } from "./node-module.ts";

/**
 * Has stacks follow the maps of texts that were rewritten. Only once there is one, since it changes how every stack is made. Where Node
 * can tell them apart, maps of packages, which nobody rewrites, stay unread: Node reads each when its module is loaded, and stacks would
 * be others than without us. Who has asked for all maps keeps them.
 */
export function followSourceMaps(): void {
  if (process.sourceMapsEnabled) return;
  if (NodeModule.setSourceMapsSupport === undefined) process.setSourceMapsEnabled(true);
  else NodeModule.setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
}
