// usage: node open.mjs PROGRAM PROJECT, in a work directory with the packages installed.
// Opens the page of the fixtures and of a hostile article in Chromium and uses it as a reader would.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, project] = process.argv.slice(2);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = path.resolve("articles");
const report = path.resolve("report.html");
let failures = 0;

function check(holds, what) {
  if (holds) return;
  failures += 1;
  console.error(`FAILED: ${what}`);
}
const same = (a, b, what) =>
  check(JSON.stringify(a) === JSON.stringify(b), `${what}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`);

const attacks = [
  "<script>window.pwned = 1</script>",
  '<img src="https://attacker.example/x.png" onerror="window.pwned = 2">',
  '"><svg onload=window.pwned=3>',
  "</pre></div></section></main></script></style><script>window.pwned = 4</script>",
  '<a href="javascript:window.pwned=5">link</a>',
  "<!-- <base href='https://attacker.example/'>",
  "@{articles} ${window.pwned = 6} &lt;script&gt;",
];

// The fixtures, a hostile article whose claims hold the attacks, a suppressed finding, a file that is not checked, and
// a long one.
function writeArticles() {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(path.join(project, "fixtures/articles"), folder, { recursive: true });
  const hostile = attacks.map((attack) => `Our miracle cure ${attack} is 100% safe and world-leading, studies show.\n`);
  const bytes = Buffer.from([0x00, 0x01, 0x1b, 0x7f, 0xff, 0xc3, 0xe2, 0x80, 0xae, 0x0a]);
  const name = "<img src=x onerror=window.pwned=7>.txt";
  fs.writeFileSync(path.join(folder, name), Buffer.concat([Buffer.from(hostile.join("\n")), bytes]));
  const claim = "This miracle cure has been shown to heal everyone who came to the world-leading clinic.";
  const directive = '<!-- hypelint-disable-next-block superlative/hype: "quoted" from <b>the film</b> -->';
  fs.writeFileSync(path.join(folder, "suppressed.md"), `${directive}\nThis breakthrough has helped everyone who came to the clinic.\n`);
  fs.writeFileSync(path.join(folder, "polish.md"), "Ta klinika jest znana w całym kraju, a jej lekarze leczą chorych od wielu lat.\n".repeat(4));
  const filler = "Visitors find the entrance beside the river and leave through the garden.\n".repeat(60);
  fs.writeFileSync(path.join(folder, "long.md"), `${claim}\n\n${filler}\n`.repeat(220));
}

function writeReport() {
  const run = spawnSync(program, ["check", ".", "--no-config", "--fail-on", "never", "--format", `html=${report}`, "--format", "json"],
                        { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  same(run.status, 0, `exit code ${run.stderr}`);
  return JSON.parse(run.stdout);
}

// A page that fails the test when it logs an error or asks for anything besides itself.
async function open(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const address = pathToFileURL(report).href;
  page.on("console", (message) => check(message.type() !== "error", `console: ${message.text()}`));
  page.on("pageerror", (error) => check(false, `page error: ${error}`));
  page.on("request", (request) => check(request.url().split("#")[0] === address, `request of ${request.url()}`));
  const start = Date.now();
  await page.goto(address, { waitUntil: "load" });
  console.log(`opened in ${Date.now() - start} ms, ${fs.statSync(report).size} bytes`);
  return page;
}

async function accessible(page, what) {
  const faults = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })
    .then((found) => found.violations.map((each) => each.id + ": " + each.nodes.length + " at " + each.nodes[0].html.slice(0, 200) + " " + each.nodes[0].failureSummary))`);
  same(faults, [], `axe, ${what}`);
}

const shownPins = (page) => page.locator(".pin:not(.off)").count();

async function hostileStaysText(page) {
  const title = "<img src=x onerror=window.pwned=7>.txt";
  const section = page.locator(".file", { has: page.locator("h3", { hasText: title }) });
  same(await section.count(), 1, "section of the hostile article");
  const text = await section.locator(".text").evaluate((node) => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll(".pin, .card").forEach((each) => each.remove());
    return copy.textContent;
  });
  for (const attack of attacks) check(text.includes(attack), `attack is not shown as text: ${attack}`);
  check(text.includes("\u2400\u2401\u241b\u2421\ufffd\ufffd\\u202e"), "control characters and ill-formed bytes are not shown");
  check((await section.locator(".pin").count()) > 3, "hostile article without findings");
  same(await page.evaluate(() => window.pwned ?? null), null, "an attack ran");
  same(await page.evaluate(() => document.querySelectorAll("script").length), 1, "scripts");
  same(await page.evaluate(() => document.querySelectorAll("img, iframe, object, link, base, form, [style], [onclick], [onerror], [onload]").length), 0, "foreign elements");
  same(await page.evaluate(() => [...document.querySelectorAll("a")].filter((a) => !/^(#|https?:)/.test(a.getAttribute("href"))).length), 0, "links of other schemes");
}

// The text between the marks of a finding is what JSON says it is.
async function marksStandRight(page, json) {
  const file = json.files.find((each) => each.path.endsWith("iv-drip.md"));
  const source = fs.readFileSync(path.join(folder, "iv-drip.md"));
  const marked = await page.evaluate(() => {
    const section = [...document.querySelectorAll(".file")].find((each) => each.querySelector("h3").textContent.endsWith("iv-drip.md"));
    return [...section.querySelectorAll(".pin")].map((pin) => [...section.querySelectorAll("mark[data-f]")]
      .filter((mark) => mark.dataset.f.split(" ").includes(pin.dataset.n)).map((mark) => mark.textContent).join(""));
  });
  const expected = file.findings.map((each) => source.subarray(each.span.start.byte, each.span.end.byte).toString());
  same([...marked].sort(), [...expected].sort(), "marked text");
}

async function filters(page, json) {
  const all = json.summary.findings + json.summary.suppressed;
  same(await shownPins(page), all, "findings without a filter");
  for (const [kind, count] of [["error", json.summary.errors], ["suppressed", json.summary.suppressed]]) {
    const tile = page.locator(`.tile.${kind}`);
    await tile.click();
    same([await shownPins(page), await tile.getAttribute("aria-pressed")], [count, "true"], `filter ${kind}`);
    await tile.click();
  }
  const rule = page.locator("[data-filter=rule]", { hasText: "superlative/hype" }).first();
  await rule.focus();
  await page.keyboard.press("Space");
  const findings = json.files.flatMap((file) => [...file.findings, ...(file.suppressed_findings ?? [])]);
  const ofRule = findings.filter((each) => each.rule === "superlative/hype").length;
  same(await shownPins(page), ofRule, "filter by rule");
  same(await page.locator("#shown").textContent(), `${ofRule} of ${all} findings shown`, "status");
  const file = page.locator("[data-filter=file]", { hasText: "iv-drip.md" });
  await file.click();
  same(await page.locator(".file:not(.off)").count(), 1, "filter by file");
  await page.locator("#clear").click();
  same(await shownPins(page), all, "after clearing the filters");
}

async function explains(page) {
  const pin = page.locator(".pin[aria-label*='citation/missing']").first();
  const card = page.locator(`#${await pin.getAttribute("aria-controls")}`);
  same(await card.isVisible(), false, "card before the click");
  await pin.focus();
  await page.keyboard.press("Enter");
  same([await card.isVisible(), await pin.getAttribute("aria-expanded")], [true, "true"], "card after the click");
  const text = await card.innerText();
  for (const part of ["citation/missing", "Why", "How to clear it", "Who asks for it", "Evidence that clears it"])
    check(text.includes(part), `card without "${part}": ${text}`);
  await page.keyboard.press("Escape");
  same(await card.isVisible(), false, "card after Escape");
  await page.locator("#next").click();
  check(await page.evaluate(() => document.activeElement.classList.contains("pin")), "Next does not lead to a finding");
  const suppressed = page.locator(".pin.suppressed").first();
  await suppressed.click();
  check((await page.locator(`#${await suppressed.getAttribute("aria-controls")}`).innerText()).includes('"quoted" from <b>the film</b>'), "reason of a suppression");
  check((await page.locator(".note").innerText()).includes("Polish"), "note about the language");
}

async function shoot(page, name) {
  if (process.env.SCREENSHOTS === undefined) return;
  await page.locator("#close-all").click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: path.join(process.env.SCREENSHOTS, `htmlrep-${name}.png`) });
  await page.evaluate(() => {
    const file = [...document.querySelectorAll(".file")].find((each) => each.querySelector("h3").textContent.endsWith("iv-drip.md"));
    file.querySelectorAll("details").forEach((each) => { each.open = true; });
    file.querySelectorAll(".pin")[1].click();
    file.scrollIntoView();
  });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(process.env.SCREENSHOTS, `htmlrep-${name}-article.png`), fullPage: false });
  const file = page.locator(".file", { has: page.locator("h3", { hasText: "iv-drip.md" }) });
  await file.screenshot({ path: path.join(process.env.SCREENSHOTS, `htmlrep-${name}-file.png`) });
}

async function isNoWiderThanTheScreen(page, what) {
  same(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, `no sideways scrolling, ${what}`);
}

async function used(browser, json) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(browser, { colorScheme, viewport: { width: 1280, height: 900 }, bypassCSP: false });
    await hostileStaysText(page);
    await marksStandRight(page, json);
    await filters(page, json);
    await explains(page);
    await isNoWiderThanTheScreen(page, "1280");
    await shoot(page, `desk-${colorScheme}`);
    await page.locator("[data-filter=file]", { hasText: "iv-drip.md" }).click();
    await page.locator("[data-filter=file]", { hasText: "onerror" }).click();
    await page.locator("[data-filter=file]", { hasText: "suppressed.md" }).click();
    await accessible(page, colorScheme);
    await page.context().close();
  }
  const phone = await open(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, colorScheme: "light" });
  await isNoWiderThanTheScreen(phone, "390");
  await shoot(phone, "phone");
  await phone.context().close();
  const still = await open(browser, { javaScriptEnabled: false });
  check(await still.locator(".card").first().isVisible(), "without scripts the cards are hidden");
  await still.context().close();
}

writeArticles();
const json = writeReport();
check(json.summary.findings > 500 && json.summary.suppressed > 0, "too few findings to mean anything");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
try {
  await used(browser, json);
} finally {
  await browser.close();
}
console.log(failures === 0 ? "the page holds" : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
