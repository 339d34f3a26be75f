/*
 * Measures pages of a running site with Lighthouse and its preset for phones: node measure.mjs http://localhost:1234 /path/to/chromium
 *
 * Each page must reach the scores in LOWEST; speed is the median of three runs on list and project page, since a busy machine
 * is no slow page. Ends with 1 and says what was found when a page falls below.
 */
import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";

const [base, chromePath] = process.argv.slice(2);
// A machine that is busy with all else that is checked reports its speed and does not fail on it.
const LEAST_SPEED = process.env.LIGHTHOUSE_SPEED === "report" ? 0 : 95;
const LOWEST = { accessibility: 100, "best-practices": 100, performance: LEAST_SPEED };
const FIGURES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "total-byte-weight"];
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"];
// The production settings send everything else to https.
const HEADERS = { "X-Forwarded-Proto": "https" };
/** What a phone of the middle range is worth in Lighthouse's own measure; a desktop is worth 1500, a busy machine far less. */
const PHONE = 400;
const MOST_SLOWDOWN = 4;
const MOST_ATTEMPTS = 3;

let slowdown = 1;

/** The first project of the list: pages are measured as a visitor finds them. */
async function aProject() {
  const list = await (await fetch(`${base}/projecten/`, { headers: HEADERS })).text();
  return list.match(/class="vp-result__title"><a href="([^"]+)"/)[1];
}

/**
 * One run in a browser of its own, so that nothing is in a cache. Lighthouse slows the processor down to that of a phone;
 * by how much follows from what this machine was worth in the run before, as its manual advises.
 */
async function once(path, categories) {
  const chrome = await chromeLauncher.launch({ chromePath, chromeFlags: FLAGS });
  const settings = {
    onlyCategories: categories,
    extraHeaders: HEADERS,
    disableFullPageScreenshot: true,
    throttling: { cpuSlowdownMultiplier: slowdown },
  };
  try {
    const flags = { port: chrome.port, logLevel: "error" };
    const { lhr } = await lighthouse(base + path, flags, { extends: "lighthouse:default", settings });
    slowdown = Math.min(MOST_SLOWDOWN, Math.max(1, lhr.environment.benchmarkIndex / PHONE));
    return lhr;
  } finally {
    await chrome.kill();
  }
}

/** A run that counts: now and then a browser does not come up or away in time. */
async function run(path, categories) {
  for (let attempt = 1; ; attempt += 1) {
    const report = await once(path, categories);
    if (!report.runtimeError) return report;
    if (attempt === MOST_ATTEMPTS) throw new Error(`${path}: ${report.runtimeError.message}`);
  }
}

const score = (report, category) => Math.round(report.categories[category].score * 100);
const middle = (reports) =>
  reports.toSorted((one, other) => score(one, "performance") - score(other, "performance"))[Math.floor(reports.length / 2)];

/** What kept a category from its score, worst first. */
function reasons(report, category) {
  const audits = report.categories[category].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => report.audits[id]);
  return audits.filter((audit) => audit.score !== null && audit.score < 1).sort((one, other) => one.score - other.score)
    .map((audit) => `    ${audit.id}: ${audit.displayValue ?? audit.title}`);
}

/** Prints the scores of a page and returns what is too low. */
function judge(name, judged) {
  const scores = Object.entries(judged).map(([category, report]) => `${category} ${score(report, category)}`);
  console.log(`${name}: ${scores.join(", ")}`);
  const low = Object.entries(judged).filter(([category, report]) => score(report, category) < LOWEST[category]);
  return low.flatMap(([category, report]) =>
    [`${name}: ${category} ${score(report, category)}, at least ${LOWEST[category]}`, ...reasons(report, category)]);
}

/** Measures everything but speed. */
async function measure(name, path) {
  const report = await run(path, ["accessibility", "best-practices"]);
  return judge(name, { accessibility: report, "best-practices": report });
}

/** Measures everything; speed is not judged on a machine that is slower than the phone that it plays. */
async function measureWithSpeed(name, path) {
  const reports = [await run(path, Object.keys(LOWEST)), await run(path, ["performance"]), await run(path, ["performance"])];
  const median = middle(reports);
  const worth = median.environment.benchmarkIndex;
  console.log(`${name}: performance ${score(median, "performance")}, machine ${worth}`);
  console.log(`    ${FIGURES.map((id) => `${id} ${median.audits[id].displayValue}`).join(", ")}`);
  if (worth < PHONE) console.log(`    the machine is too busy to judge speed: worth ${worth}, a phone ${PHONE}`);
  const rest = { accessibility: reports[0], "best-practices": reports[0] };
  return judge(name, worth < PHONE ? rest : { ...rest, performance: median });
}

const low = [
  ...(await measureWithSpeed("list", "/projecten/")),
  ...(await measureWithSpeed("project", await aProject())),
  ...(await measure("home", "/")),
];
console.log(low.join("\n") || "Lighthouse: nothing too low");
process.exitCode = low.length ? 1 : 0;
