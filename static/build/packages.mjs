/* The rules of the NL Design System packages that we use, with the design tokens filled in. */
import fs from "node:fs";
import { PurgeCSS } from "purgecss";
import { at, read } from "./places.mjs";

export const TOKENS = "node_modules/@nl-design-system-unstable/voorbeeld-design-tokens";
const COMPONENTS = [
  "skip-link", "link", "button", "button-link", "form-field", "form-label", "form-field-description",
  "form-field-error-message", "form-fieldset", "textbox", "textarea", "select", "radio-button", "data-badge", "breadcrumb-nav", "pagination", "alert", "table",
];

/** The rules that a template or script uses. */
async function usedRules() {
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

/** With `replace(name, fallback)` in place of every `var()`; the fallback is null when there is none. */
function replaceVariables(css, replace) {
  let out = "";
  let from = 0;
  for (let start = css.indexOf("var("); start >= 0; start = css.indexOf("var(", from)) {
    const { end, comma } = variable(css, start);
    const name = css.slice(start + 4, comma < 0 ? end : comma).trim();
    const fallback = comma < 0 ? null : replaceVariables(css.slice(comma + 1, end).trim(), replace);
    out += css.slice(from, start) + replace(name, fallback);
    from = end + 1;
  }
  return out + css.slice(from);
}

/** The names that are given a value somewhere in `css`. */
const declarations = (css) => new Set([...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));

/** The theme's tokens by name; its file holds one declaration a line. */
function themeTokens() {
  const lines = read(TOKENS, "dist/theme.css").match(/^\s*--[\w-]+:.*;$/gm);
  return new Map(lines.map((line) => line.trim().match(/^(--[\w-]+):\s*(.*);$/).slice(1)));
}

/**
 * With the token's value in place of every variable of the theme, and the fallback in place of every variable that nobody
 * declares. What our own style sheet or the packages themselves declare (`live`) stays a variable, so that it can change;
 * so does what has neither value nor fallback, since that makes a rule invalid and another one count.
 */
function filledIn(css, live, tokens) {
  return replaceVariables(css, (name, fallback) => {
    if (!live.has(name) && tokens.has(name)) return filledIn(tokens.get(name), live, tokens);
    if (!live.has(name) && fallback !== null) return fallback;
    return `var(${name}${fallback === null ? "" : `,${fallback}`})`;
  });
}

/** Without the private variables of variants that were left out: a variable that nothing reads is dead weight. */
function withoutDeadVariables(css, readers) {
  const live = new Set([...(css + readers).matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
  const kept = css.replace(/(--[\w-]+)\s*:[^;{}]*;/g, (all, name) => (live.has(name) ? all : ""));
  return kept.length < css.length ? withoutDeadVariables(kept, readers) : kept;
}

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

/** The theme's values of what only some of our rules change, such as the dark ones. */
function themeValues(css, steady, live, tokens) {
  const names = [...live].filter((name) => tokens.has(name) && !steady.has(name) && css.includes(`var(${name}`));
  return `.voorbeeld-theme{${names.map((name) => `${name}:${filledIn(tokens.get(name), live, tokens)};`).join("")}}`;
}

/** The packages' rules with the theme's tokens filled in, and our own style sheet; `steady` declares what always holds, `others` are further sheets that read the variables. */
export async function packages(own, steady, others) {
  const tokens = themeTokens();
  const raw = await usedRules();
  const live = declarations(own + raw);
  const filled = filledIn(own, live, tokens);
  const parts = withoutDeadVariables(filledIn(raw, live, tokens), filled);
  const values = themeValues(parts + filled, declarations(steady), live, tokens);
  return { parts: imagesToFiles(values + parts), own: withoutDeadVariables(filled, parts + others) };
}
