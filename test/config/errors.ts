import assert from "node:assert/strict";
import { AstrocacheError, type ErrorCode } from "../../runtime/errors.ts";

/** What a call throws: its code and its whole message. */
export function thrown(run: () => unknown): [ErrorCode, string] {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof AstrocacheError, String(error));
    return [error.code, error.message];
  }
  return assert.fail("nothing was thrown");
}

export async function rejected(promise: Promise<unknown>): Promise<[ErrorCode, string]> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof AstrocacheError, String(error));
    return [error.code, error.message];
  }
  return assert.fail("nothing was thrown");
}
