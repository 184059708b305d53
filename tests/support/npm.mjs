// SPDX-License-Identifier: Apache-2.0
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/// `require` for the packages in a folder node_modules. Where one of these is missing, it is named and
/// the test ends as skipped (77).
export function requireOf(modules, names) {
  const missing = names.filter((name) => !existsSync(join(modules, name)));
  if (missing.length > 0) {
    console.log(`skipped: missing: npm's ${missing.join(", ")} (npm ci --prefix tests/npm)`);
    process.exit(77);
  }
  return createRequire(resolve(modules) + "/");
}
