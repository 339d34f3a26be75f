/* Where things are: all paths count from static/. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export const at = (...parts) => path.join(here, ...parts);
export const read = (...parts) => fs.readFileSync(at(...parts), "utf8");
