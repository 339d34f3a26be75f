/*
 * Builds css/vindplaats.css, the fonts and the icon files that the style sheet points at.
 *
 *   npm ci && npm run build
 *
 * The result is committed: the site itself needs no Node. Run it after a change in src/ or after a template starts
 * to use another class of the NL Design System; rules that no template uses are left out.
 */
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { fileURLToPath } from "node:url";
import { PurgeCSS } from "purgecss";
import { browserslistToTargets, transform } from "lightningcss";

const here = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(here, ...parts);
const read = (...parts) => fs.readFileSync(at(...parts), "utf8");

const TOKENS = "node_modules/@nl-design-system-unstable/voorbeeld-design-tokens";
const FONT = "node_modules/@fontsource-variable/source-sans-3";
const COMPONENTS = [
  "skip-link", "link", "button", "button-link", "form-field", "form-label", "form-field-description",
  "form-field-error-message", "form-fieldset", "textbox", "textarea", "select", "checkbox", "custom-checkbox",
  "radio-button", "data-badge", "breadcrumb-nav", "pagination", "alert", "table",
];
const OWN = [
  "tokens", "dark", "base", "prose", "header", "footer", "page-head", "forms", "filters", "facets", "results", "cards",
  "lessons", "facts", "messages", "pagination", "switch", "detail", "home", "index", "table", "map", "states", "print",
];
const BROWSERS = ["chrome 109", "firefox 115", "safari 16.4"];

/** Font faces of the subsets that Dutch and the names in it need; the browser fetches one only when it is used. */
function fonts() {
  const wanted = [["wght", "latin", "normal"], ["wght", "latin-ext", "normal"], ["wght-italic", "latin", "italic"]];
  return wanted.map(([sheet, subset, style]) => {
    const name = `source-sans-3-${subset}-wght-${style}.woff2`;
    const range = read(FONT, `${sheet}.css`).split("@font-face").find((face) => face.includes(name))
      .match(/unicode-range:\s*([^;}]+)/)[1];
    fs.copyFileSync(at(FONT, "files", name), at("fonts", name));
    return `@font-face{font-family:"Source Sans 3";src:url(../fonts/${name}) format("woff2");font-weight:200 900;` +
      `font-style:${style};font-display:swap;unicode-range:${range}}`;
  }).join("");
}

/** Inside `layer` when a name is given, so that own rules win from the packages without counting selectors. */
const layered = (name, css) => `@layer ${name}{${css}}`;

/** `data:` images are refused by the content security policy: each becomes a file. */
function imagesToFiles(css) {
  const names = new Map();
  return css.replace(/url\("data:image\/svg\+xml,([^"]+)"\)/g, (_, data) => {
    if (!names.has(data)) {
      names.set(data, `control-${names.size + 1}.svg`);
      fs.writeFileSync(at("img", names.get(data)), decodeURIComponent(data) + "\n");
    }
    return `url(../img/${names.get(data)})`;
  });
}

/** The rules of the packages that a template or script uses. */
async function parts() {
  const raw = COMPONENTS.map((name) => read(`node_modules/@utrecht/${name}-css/dist/index.css`)).join("\n");
  const content = [at("../templates/**/*.html"), at("js/*.js")];
  return (await new PurgeCSS().purge({ content, css: [{ raw }] }))[0].css;
}

/** Where the end of a `var(` that starts at `start` is, and where its fallback begins (-1 without one). */
function variable(css, start) {
  let depth = 0;
  let comma = -1;
  for (let at = start + 3; at < css.length; at += 1) {
    if (css[at] === "(") depth += 1;
    if (css[at] === "," && depth === 1 && comma < 0) comma = at;
    if (css[at] === ")" && (depth -= 1) === 0) return { end: at, comma };
  }
  throw new Error("var( without an end");
}

/** With the fallback in place of every variable that nobody declares: the packages allow for tokens that our theme lacks. */
function settled(css, declared) {
  let out = "";
  let from = 0;
  for (let start = css.indexOf("var("); start >= 0; start = css.indexOf("var(", from)) {
    const { end, comma } = variable(css, start);
    const name = css.slice(start + 4, comma < 0 ? end : comma).trim();
    out += css.slice(from, start);
    const fallback = comma < 0 ? "" : settled(css.slice(comma + 1, end).trim(), declared);
    out += comma < 0 || declared.has(name) ? `var(${name}${comma < 0 ? "" : `,${fallback}`})` : fallback;
    from = end + 1;
  }
  return out + css.slice(from);
}

/** The names that are given a value somewhere in `css`. */
const declarations = (css) => new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));

/** Without the private variables of variants that were left out: a variable that nothing reads is dead weight. */
function withoutDeadVariables(css, readers) {
  const live = new Set([...(css + readers).matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const kept = css.replace(/(--[\w-]+)\s*:[^;{}]*;/g, (all, name) => (live.has(name) ? all : ""));
  return kept.length < css.length ? withoutDeadVariables(kept, readers) : kept;
}

/** The tokens that `css` reaches, by way of other tokens too; the theme holds one declaration a line. */
function tokens(css) {
  const lines = read(TOKENS, "dist/theme.css").match(/^\s*--[\w-]+:.*;$/gm);
  const declared = new Map(lines.map((line) => [line.match(/--[\w-]+/)[0], line.trim()]));
  const used = new Set();
  const reach = (text) => {
    for (const [, name] of text.matchAll(/var\(\s*(--[\w-]+)/g)) {
      if (used.has(name)) continue;
      used.add(name);
      if (declared.has(name)) reach(declared.get(name));
    }
  };
  reach(css);
  return `.voorbeeld-theme{${[...used].map((name) => declared.get(name) ?? "").join("")}}`;
}

const own = OWN.map((name) => read("src", `${name}.css`)).join("\n");
const raw = await parts();
const used = withoutDeadVariables(settled(raw, declarations(read(TOKENS, "dist/theme.css") + own + raw)), own);
const css = imagesToFiles([
  "@layer tokens,parts,own;",
  fonts(),
  layered("tokens", tokens(used + own)),
  layered("parts", used),
  layered("own", own),
].join("\n").replaceAll('@charset "UTF-8";', ""));
const { code } = transform({
  filename: "vindplaats.css",
  code: Buffer.from(css),
  minify: true,
  targets: browserslistToTargets(BROWSERS),
});
const notice = "/*! Vindplaats, EUPL-1.2. Contains NL Design System CSS (@utrecht, voorbeeld), EUPL-1.2: see css/LICENSE-EUPL-1.2.md */\n";
fs.writeFileSync(at("css/vindplaats.css"), notice + code);
fs.copyFileSync(at(TOKENS, "LICENSE.md"), at("css/LICENSE-EUPL-1.2.md"));
fs.copyFileSync(at(FONT, "LICENSE"), at("fonts/OFL-1.1.txt"));
const size = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
console.log(`css/vindplaats.css ${size(code.length)}, gzip ${size(zlib.gzipSync(code, { level: 9 }).length)}`);
