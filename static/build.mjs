/*
 * Builds css/vindplaats.css, the fonts and the images that the site points at.
 *
 *   npm ci && npm run build
 *
 * The result is committed: the site itself needs no Node. Run it after a change in src/ or after a template starts
 * to use another class of the NL Design System; rules that no template uses are left out.
 */
import fs from "node:fs";
import zlib from "node:zlib";
import { browserslistToTargets, transform } from "lightningcss";
import { country } from "./build/country.mjs";
import { fonts } from "./build/fonts.mjs";
import { packages, TOKENS } from "./build/packages.mjs";
import { at, read } from "./build/places.mjs";

const OWN = [
  "tokens", "dark", "base", "prose", "header", "footer", "page-head", "suggest", "forms", "filters", "facets", "results", "hits", "cards",
  "lessons", "facts", "messages", "pagination", "switch", "detail", "index", "table", "map", "coverage", "share", "picks", "states", "print",
];
/** Only what few pages need: files of their own that those pages ask for. */
const FEW = { home: ["home"], comparing: ["plan", "compare"], mine: ["mine"], resources: ["resources"], people: ["people", "contact", "profiles", "questions"], account: ["account"], gathered: ["programmes", "collections"], writing: ["differences", "steps", "writing"], learning: ["learning"] };
const BROWSERS = ["chrome 109", "firefox 115", "safari 16.4"];

const source = (names) => names.map((name) => read("src", `${name}.css`)).join("\n");
const notice = "/*! Vindplaats, EUPL-1.2. Contains NL Design System CSS (@utrecht, voorbeeld), EUPL-1.2: see css/LICENSE-EUPL-1.2.md */\n";
const size = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

function write(filename, css, before) {
  const bytes = Buffer.from(css.replaceAll('@charset "UTF-8";', ""));
  const { code } = transform({ filename, code: bytes, minify: true, targets: browserslistToTargets(BROWSERS) });
  fs.writeFileSync(at("css", filename), before + code);
  console.log(`css/${filename} ${size(code.length)}, gzip ${size(zlib.gzipSync(code, { level: 9 }).length)}`);
}

/** In layers, so that own rules win from the packages without counting selectors. */
const { parts, own } = await packages(source(OWN), read("src/tokens.css"), source(Object.values(FEW).flat()));
write("vindplaats.css", `@layer parts,own;${await fonts()}@layer parts{${parts}}@layer own{${own}}`, notice);
for (const [name, parts] of Object.entries(FEW)) write(`${name}.css`, `@layer own{${source(parts)}}`, "");
country();
fs.copyFileSync(at(TOKENS, "LICENSE.md"), at("css/LICENSE-EUPL-1.2.md"));
