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
  "lessons", "facts", "messages", "pagination", "switch", "detail", "home", "index", "table", "map", "coverage", "share", "plan", "compare", "states", "print",
];
const BROWSERS = ["chrome 109", "firefox 115", "safari 16.4"];

/** In layers, so that own rules win from the packages without counting selectors. */
const { parts, own } = await packages(OWN.map((name) => read("src", `${name}.css`)).join("\n"), read("src/tokens.css"));
const layers = `@layer parts,own;${await fonts()}@layer parts{${parts}}@layer own{${own}}`;
const { code } = transform({
  filename: "vindplaats.css",
  code: Buffer.from(layers.replaceAll('@charset "UTF-8";', "")),
  minify: true,
  targets: browserslistToTargets(BROWSERS),
});
country();
const notice = "/*! Vindplaats, EUPL-1.2. Contains NL Design System CSS (@utrecht, voorbeeld), EUPL-1.2: see css/LICENSE-EUPL-1.2.md */\n";
fs.writeFileSync(at("css/vindplaats.css"), notice + code);
fs.copyFileSync(at(TOKENS, "LICENSE.md"), at("css/LICENSE-EUPL-1.2.md"));
const size = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(`css/vindplaats.css ${size(code.length)}, gzip ${size(zlib.gzipSync(code, { level: 9 }).length)}`);
