/* The country in outline: the provinces of the site's own reference data, for small maps to draw their areas on. */
import fs from "node:fs";
import { at } from "./places.mjs";

const PROVINCES = "../projects/reference/regions/svg/provincie.json";

/** Writes img/provincies.svg; `#land` takes its colours from the page that uses it. */
export function country() {
  const { viewBox, attribution, regions } = JSON.parse(fs.readFileSync(at(PROVINCES), "utf8"));
  const paths = regions.map(({ d }) => `<path d="${d}"/>`).join("\n");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">\n<!-- ${attribution} -->\n<g id="land">\n${paths}\n</g>\n</svg>\n`;
  fs.writeFileSync(at("img/provincies.svg"), svg);
}
