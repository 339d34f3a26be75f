/* The font in three files with only the characters that are needed; the browser fetches one when a page uses it. */
import fs from "node:fs";
import subsetFont from "subset-font";
import { at } from "./places.mjs";

const PACKAGE = "node_modules/@fontsource-variable/source-sans-3";
/** Dutch, Frisian, German, French and English, with typographic signs: all of Latin-1 and what word processors add. */
const LATIN = "U+20-7E, U+A0-FF, U+152-153, U+2013-2014, U+2018-201A, U+201C-201E, U+2022, U+2026, U+2039-203A, U+20AC, U+2122, U+2212";
/** Names from the rest of Europe, arrows and comparisons. */
const LATIN_EXT = "U+100-151, U+154-17F, U+218-21B, U+1E9E, U+2190-2193, U+2260-2265";
const FEATURES = ["kern", "mark", "ccmp", "locl", "tnum", "lnum"];
const FILES = [
  ["latin-wght-normal", "normal", LATIN],
  ["latin-ext-wght-normal", "normal", LATIN_EXT],
  ["latin-wght-italic", "italic", LATIN],
];

/** All characters of a `unicode-range`. */
function characters(range) {
  return range.split(", ").flatMap((part) => {
    const [first, last = first] = part.slice(2).split("-").map((code) => parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step));
  }).join("");
}

/** Writes the files and returns their `@font-face` rules. All weights stay: a shorter axis makes a file larger, not smaller. */
export async function fonts() {
  const faces = FILES.map(async ([subset, style, range]) => {
    const name = `source-sans-3-${subset}.woff2`;
    const whole = fs.readFileSync(at(PACKAGE, "files", name));
    const part = await subsetFont(whole, characters(range), { targetFormat: "woff2", keepFeatures: FEATURES });
    fs.writeFileSync(at("fonts", name), part);
    return `@font-face{font-family:"Source Sans 3";src:url(../fonts/${name}) format("woff2");font-weight:200 900;` +
      `font-style:${style};font-display:swap;unicode-range:${range}}`;
  });
  fs.copyFileSync(at(PACKAGE, "LICENSE"), at("fonts/OFL-1.1.txt"));
  return (await Promise.all(faces)).join("");
}
