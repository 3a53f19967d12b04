// Compares parse_html with parse5: the words of the visible text, in order, and the link addresses.
// usage: node compare.mjs DUMP_TEXT FOLDER…   (exit code 77 when there is nothing to compare with)
// Tolerated: text that tree construction moves out of a table (foster parenting) stands elsewhere; such pages are
// counted apart when the words are the same in another order.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

let parse;
try {
  ({ parse } = await import("parse5"));
} catch {
  console.log("skipped: parse5 is not installed");
  process.exit(77);
}

const SKIPPED = new Set(
  "script style noscript svg math canvas object applet video audio iframe noembed noframes frameset datalist title".split(" "),
);
// Elements that the rendering section of the standard displays as blocks, table parts or list items.
const BLOCKS = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure
   footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext
   pre search section select summary table tbody td template textarea tfoot th thead tr ul xmp br`.split(/\s+/),
);

const attribute = (node, name) => node.attrs?.find((a) => a.name === name)?.value;

function isStyledLink(node) {
  const parts = (attribute(node, "class") ?? "").toLowerCase().split(/[\s_-]+/);
  return parts.some((part) => ["btn", "button", "cta"].includes(part)) || attribute(node, "role")?.toLowerCase() === "button";
}

// Words that a reader does not see inside a block that they do.
function isHiddenInline(node) {
  if (!node.attrs || BLOCKS.has(node.nodeName)) return false;
  const style = (attribute(node, "style") ?? "").replace(/\s/g, "").toLowerCase();
  const hidden = attribute(node, "hidden") !== undefined || attribute(node, "aria-hidden")?.trim().toLowerCase() === "true";
  return hidden || /(^|;)(display:none|visibility:hidden)/.test(style);
}

function walk(node, seen) {
  if (node.nodeName === "#text" && !seen.hidden) seen.text.push(node.value);
  if (SKIPPED.has(node.nodeName)) return;
  const outside = seen.hidden;
  seen.hidden ||= isHiddenInline(node);
  const link = node.nodeName === "a" || node.nodeName === "area" ? attribute(node, "href")?.trim() : undefined;
  if (link) seen.links.push(link);
  const alt = node.nodeName === "img" ? words(attribute(node, "alt") ?? "") : "";
  if (alt) seen.captions.push(alt);
  const button = node.nodeName === "input" && ["submit", "button"].includes(attribute(node, "type")?.toLowerCase());
  if (button) seen.text.push(` ${attribute(node, "value") ?? ""} `);
  const block = BLOCKS.has(node.nodeName) || (node.nodeName === "a" && isStyledLink(node));
  if (block) seen.text.push(" ");
  for (const child of (node.content ?? node).childNodes ?? []) walk(child, seen);
  if (block) seen.text.push(" ");
  seen.hidden = outside;
}

// What is left of a text when typography, punctuation and white space do not count.
function words(text) {
  const plain = text
    .replace(/\{\{[^]*?\}\}|\{%[^]*?%\}/g, " ")
    .replace(/[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\uFE00-\uFE0F\0]/g, "")
    .normalize("NFKC");
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");
}

function expected(html) {
  const seen = { text: [], links: [], captions: [] };
  walk(parse(html), seen);
  return { text: words(seen.text.join("")), links: seen.links, captions: seen.captions };
}

function actual(program, path, captions) {
  const run = spawnSync(program, [path], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${program} ${path}: exit code ${run.status}\n${run.stderr}`);
  const waiting = [...captions];
  const text = [];
  const links = [];
  for (const line of run.stdout.split("\n")) {
    const [kind] = line.split(" ", 1);
    const rest = line.slice(kind.length + 1);
    const at = kind === "caption" ? waiting.indexOf(words(rest)) : -1;
    if (kind === "link" && rest) links.push(rest);
    else if (at >= 0) waiting.splice(at, 1);
    else if (!["link", "title", "summary"].includes(kind)) text.push(words(rest));
  }
  return { text: text.filter(Boolean).join(" "), links, captions: waiting };
}

function firstDifference(a, b) {
  const left = a.split(" ");
  const right = b.split(" ");
  const at = left.findIndex((word, i) => word !== right[i]);
  const from = Math.max(0, (at < 0 ? left.length : at) - 6);
  return `  parse5:   ${left.slice(from, from + 16).join(" ")}\n  hypelint: ${right.slice(from, from + 16).join(" ")}`;
}

const sorted = (text) => text.split(" ").sort().join(" ");

function compare(program, path) {
  const want = expected(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  const got = actual(program, path, want.captions);
  const problems = [];
  const moved = want.text !== got.text && sorted(want.text) === sorted(got.text);
  if (want.text !== got.text && !moved) problems.push(firstDifference(want.text, got.text));
  const normal = (links) => JSON.stringify(links.map((link) => link.replace(/\s+/g, " ")));
  const ordered = moved ? (links) => [...links].sort() : (links) => links;
  if (normal(ordered(want.links)) !== normal(ordered(got.links))) {
    problems.push(`  links:\n${firstDifference(want.links.join(" "), got.links.join(" "))}`);
  }
  if (got.captions.length > 0) problems.push(`  alt texts missing: ${got.captions.slice(0, 3).join(" | ")}`);
  return { problems, moved };
}

const pages = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.x?html?$/i.test(name))
    .sort()
    .map((name) => join(folder, name));

const [program, ...folders] = process.argv.slice(2);
const paths = folders.filter((folder) => existsSync(folder)).flatMap(pages);
if (paths.length === 0) {
  console.log("skipped: no pages");
  process.exit(77);
}
let different = 0;
let moved = 0;
for (const path of paths) {
  const result = compare(program, path);
  moved += result.moved ? 1 : 0;
  if (result.problems.length === 0) continue;
  different += 1;
  console.log(`${path}\n${result.problems.join("\n")}`);
}
console.log(`${paths.length} pages: ${paths.length - different - moved} identical, ${moved} with moved text, ${different} different`);
process.exit(different > 0 ? 1 : 0);
