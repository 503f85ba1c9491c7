// Where the system's Chromium is.

import { existsSync } from "node:fs";
import { join } from "node:path";

export function chromium() {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const found = process.env.PATH.split(":").flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  if (!found) throw new Error("there is no Chromium; tests/run installs it");
  return found;
}
