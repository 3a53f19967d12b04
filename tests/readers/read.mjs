// usage: node read.mjs PROGRAM READERS PROJECT, in a work directory with the packages installed.
// Writes the reports of the fixtures and of hostile files, then reads each with a reader that others wrote.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import multitool from "@microsoft/sarif-multitool";
import Draft7 from "ajv";
import Ajv from "ajv/dist/2020.js";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { parse as parseToml } from "smol-toml";
import { commands } from "./github.mjs";

const [program, readers, project] = process.argv.slice(2);
const formats = ["json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjsonl"];
let failures = 0;

function check(holds, what) {
  if (holds) return;
  failures += 1;
  if (failures <= 40) console.error(`FAILED: ${what}`);
}

const same = (a, b, what) =>
  check(JSON.stringify(a) === JSON.stringify(b), `${what}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`);

// Articles: the fixtures, and files whose names and bytes no format can hold as they are.
function writeArticles(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const part of ["articles", "formats"]) {
    fs.cpSync(path.join(project, "fixtures", part), path.join(folder, part), { recursive: true });
  }
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const claim = Buffer.from(" Our world-leading miracle cure is 100% safe, studies show. <b>&amp;]]>\r\n\r");
  const plain = Buffer.from(" The clinic opens at nine.\n".repeat(60));  // without it they were no text
  const claims = Buffer.concat([everyByte, claim, everyByte, claim, plain]);
  const names = ["ctrl\x01\x1b.md", "line\nend\r.md", "a,b:c%0A.md", "<&\"'>.txt", "#? {0}[x](y).html", "\u{1f600}é.md"];
  for (const name of names) fs.writeFileSync(path.join(folder, name), claims);
  fs.writeFileSync(Buffer.concat([Buffer.from(`${folder}/ill`), Buffer.from([0xff, 0xc3]), Buffer.from(".md")]), claims);
  fs.writeFileSync(path.join(folder, "many.md"), "This miracle cure has been shown to heal everyone who came to the world-leading clinic in the hope of it.\n\n".repeat(60));
  const directive = "<!-- hypelint-disable-next-block superlative/hype evidence=\"§ {1}\": as the law says it -->";
  fs.writeFileSync(path.join(folder, "suppressed.md"), `Café\n\n${directive}\nThis breakthrough has helped everyone who came to the clinic.\n`);
  fs.writeFileSync(path.join(folder, "polish.md"), "Ta klinika jest znana w całym kraju, a jej lekarze leczą chorych od wielu lat.\n".repeat(4));
}

function writeClean(folder) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "clean.md"), "The clinic opens at nine.\n");
}

function reportsOf(folder) {
  const out = path.resolve(`${folder}.reports`);
  fs.mkdirSync(out, { recursive: true });
  const into = formats.flatMap((format) => ["--format", `${format}=${out}/${format}`]);
  const run = spawnSync(program, ["check", ".", "--no-config", "--fail-on", "never", ...into], { cwd: folder, encoding: "utf8" });
  same(run.status, 0, `${folder}: exit code ${run.stderr}`);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return Object.fromEntries(formats.map((format) => [format, decoder.decode(fs.readFileSync(`${out}/${format}`))]));
}

// A published schema is open; here a key that it does not know is a fault of the schema.
function strict(schema, isDefinition = false) {
  if (Array.isArray(schema)) return schema.map((each) => strict(each));
  if (schema === null || typeof schema !== "object") return schema;
  const copy = {};
  for (const [key, value] of Object.entries(schema)) {
    const isMap = key === "properties" || key === "$defs";
    copy[key] = isMap
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, strict(each, key === "$defs")]))
      : strict(value);
  }
  if (!isDefinition && ("properties" in copy || "$ref" in copy)) copy.unevaluatedProperties = false;
  return copy;
}

const ajv = new Ajv({ allErrors: true, strict: false });
const load = (file) => strict(JSON.parse(fs.readFileSync(file, "utf8")));
ajv.addSchema(load(path.join(project, "integrations/schemas/hypelint-report-1.schema.json")), "report");
ajv.addSchema(load(path.join(readers, "codequality.schema.json")), "gitlab");
ajv.addSchema(load(path.join(readers, "rdjson-diagnostic.schema.json")), "rdjson");

function valid(schema, value, what) {
  const validate = ajv.getSchema(schema);
  check(validate(value), `${what}: ${ajv.errorsText(validate.errors?.slice(0, 3))}`);
}

function readJson(report) {
  valid("report", report, "json");
  const findings = report.files.flatMap((file) => file.findings);
  same(report.summary.findings, findings.length, "json: summary");
}

function readJsonLines(text, report) {
  const records = text.trimEnd().split("\n").map((line) => JSON.parse(line));
  for (const record of records) valid("report#/$defs/line", record, "jsonl");
  const count = (kind) => records.filter((record) => record.record === kind).length;
  same([count("run"), count("file"), count("finding"), count("summary")],
       [1, report.files.length, report.summary.findings, 1], "jsonl: records");
}

// What the multitool says of a log. It reads only files that end in ".sarif", and passes over others without a word.
function sarifFaults(text) {
  fs.writeFileSync("log.sarif", text);
  const run = spawnSync(multitool, ["validate", "log.sarif"], { encoding: "utf8" });
  return run.stdout.split("\n").filter((line) => /: (error|warning) /.test(line));
}

function validateSarif(text) {
  // SARIF2005 asks for the address of a home page.
  same(sarifFaults(text).filter((line) => !line.includes("SARIF2005")).slice(0, 5), [], "sarif-multitool");
  const broken = text.replace('"columnKind"', '"columnkind"');
  check(sarifFaults(broken).some((line) => line.includes("columnkind")), "sarif-multitool does not read the log");
}

// The text of a region, found from lines and columns alone.
function textAt(text, region) {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const last = region.endLine - region.startLine;
  return lines
    .slice(region.startLine - 1, region.endLine)
    .map((line, i) => Array.from(line).slice(i === 0 ? region.startColumn - 1 : 0, i === last ? region.endColumn - 1 : undefined))
    .map((points) => points.join(""))
    .join("");
}

function decoded(file, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(fs.readFileSync(file));
  } catch {
    return undefined;  // ill-formed: decoders differ in how many U+FFFD they make of it
  }
}

function readSarif(folder, text, report) {
  validateSarif(text);
  const run = JSON.parse(text).runs[0];
  const suppressed = run.results.filter((result) => result.suppressions.length > 0);
  same([run.results.length - suppressed.length, suppressed.length],
       [report.summary.findings, report.summary.suppressed], "sarif: results and suppressed results");
  const texts = run.artifacts.map((artifact) => {
    const file = Buffer.from(unescape(artifact.location.uri), "latin1");
    const place = Buffer.concat([Buffer.from(`${folder}/`), file]);
    check(fs.existsSync(place), `sarif: no file ${artifact.location.uri}`);
    return decoded(place, artifact.encoding);
  });
  let compared = 0;
  for (const result of run.results) {
    same(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId, "sarif: rule index");
    const { artifactLocation, region, contextRegion } = result.locations[0].physicalLocation;
    const article = texts[artifactLocation.index];
    for (const each of [region, contextRegion]) {
      if (!each?.snippet || article === undefined) continue;
      compared += 1;
      same(textAt(article, each), each.snippet.text, `sarif: region in ${artifactLocation.uri}`);
    }
  }
  return compared;
}

function readGitHub(text, report) {
  const all = commands(text);
  same(all.length, text.split("\n").length - 1, "github: every line is a command");
  const findings = report.files.flatMap((file) => file.findings);
  const notes = report.files.flatMap((file) => file.notes).length;
  const kinds = { error: report.summary.errors, warning: report.summary.warnings, notice: report.summary.infos + notes };
  const isCut = Object.values(kinds).some((count) => count > 10);
  for (const [kind, count] of Object.entries(kinds)) {
    const expected = Math.min(10, kind === "notice" && isCut ? Math.min(count, 9) + 1 : count);
    same(all.filter((command) => command.name === kind).length, expected, `github: ${kind}s`);
  }
  for (const { name, properties } of all) {
    if (properties.line === undefined) continue;
    check(!("endColumn" in properties) || properties.line === properties.endLine, "github: columns over several lines");
    check(report.files.some((file) => file.path.replace(/^\.\//, "").replace(/[\x00-\x09\x0b\x0c\x0e-\x1f]/g, "\ufffd") === properties.file),
          `github: file ${properties.file}`);
    check(findings.some((finding) => finding.rule === properties.title), `github: title of ${name}`);
  }
}

function readGitLab(text, report) {
  const issues = JSON.parse(text);
  valid("gitlab", issues, "gitlab");
  same(issues.length, report.summary.findings, "gitlab: issues");
  same(new Set(issues.map((issue) => issue.fingerprint)).size, issues.length, "gitlab: fingerprints");
}

function readRdJson(text, report) {
  // What was not checked is said of the file, before its findings.
  const said = report.files.flatMap((file) => [...file.notes, ...file.findings]);
  const lines = text.split("\n").slice(0, -1);
  same(lines.length, said.length, "rdjsonl: lines");
  lines.forEach((line, i) => {
    check(Buffer.byteLength(line) < 65536, "rdjsonl: line too long for reviewdog");
    const diagnostic = JSON.parse(line);
    valid("rdjson", diagnostic, "rdjsonl");
    const expected = typeof said[i] === "string" ? [undefined, undefined] : [said[i].rule, said[i].span.start.line];
    same([diagnostic.code?.value, diagnostic.location.range?.start.line], expected, "rdjsonl");
  });
}

function readXml(name, text, report, findingElement, fileElement, saidOf) {
  const schema = XmlDocument.fromBuffer(fs.readFileSync(path.join(readers, `${name}.xsd`)));
  const validator = XsdValidator.fromDoc(schema);
  let document;
  try {
    document = XmlDocument.fromBuffer(Buffer.from(text));
    validator.validate(document);
  } catch (error) {
    check(false, `${name}: ${error.message}`);
  }
  if (document === undefined) return;
  const messages = document.find(`//${findingElement}/@message`).map((attribute) => attribute.content);
  const shown = (message) => message.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd");
  same(messages, report.files.flatMap(saidOf).map(shown), `${name}: messages`);
  const paths = document.find(`//${fileElement}/@name`).map((attribute) => attribute.content);
  same(paths, report.files.map((file) => shown(file.path)), `${name}: files`);
  for (const each of [document, validator, schema]) each.dispose();
}

function read(folder) {
  const reports = reportsOf(folder);
  const report = JSON.parse(reports.json);
  readJson(report);
  readJsonLines(reports.jsonl, report);
  const compared = readSarif(folder, reports.sarif, report);
  readGitHub(reports.github, report);
  readGitLab(reports.gitlab, report);
  readRdJson(reports.rdjsonl, report);
  const messagesOf = (file) => file.findings.map((finding) => finding.message);
  readXml("junit", reports.junit, report, "failure", "testsuite", messagesOf);
  readXml("checkstyle", reports.checkstyle, report, "error", "file", (file) => [...file.notes, ...messagesOf(file)]);
  console.log(`${folder}: ${report.summary.files} files, ${report.summary.findings} findings, ${compared} regions compared`);
  return report.files;
}

// The configuration that `hypelint init` writes shows every key in a comment; the schema must know them and no others.
function readConfig(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  spawnSync(program, ["init"], { cwd: folder });
  const shown = fs.readFileSync(path.join(folder, "hypelint.toml"), "utf8").replace(/^# (?=\[|"?[\w\/-]+"? = )/gm, "");
  const config = parseToml(shown);
  const schema = JSON.parse(fs.readFileSync(path.join(project, "integrations/schemas/hypelint-config.schema.json"), "utf8"));
  const validate = new Draft7({ strict: false }).compile(schema);
  check(validate(config), `hypelint.toml: ${ajv.errorsText(validate.errors)}`);
  for (const refused of [{ baseline: "" }, { profile: " " }, { jurisdiction: "" }, { overrides: [{ files: [] }] }]) {
    check(!validate(refused), `the schema accepts ${JSON.stringify(refused)}, which hypelint refuses`);
  }
  same(Object.keys(schema.properties).filter((key) => !(key in config)), [], "keys that hypelint init does not show");
}

readConfig("config");
writeArticles("articles");
writeClean("clean");
const articles = read("articles");
check(articles.filter((file) => file.findings.length > 0).length > 15, "too few findings to mean anything");
check(articles.some((file) => file.suppressed_findings?.length > 0), "no suppressed finding");
check(articles.some((file) => file.notes.length > 0), "no file with a note");
check(articles.some((file) => file.findings.length > 50), "no file with more findings than GitHub shows");
same(read("clean").flatMap((file) => file.findings), [], "findings in a clean article");
console.log(failures === 0 ? "every reader accepts every report" : `${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
