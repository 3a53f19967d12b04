// node collect.js PROGRAM TASKS_JSON ARTICLE: what Theia's problem collector reads from the `line` report must equal
// what the JSON report says.
'use strict';
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { spawnSync } = require('node:child_process');
const jsonc = require('jsonc-parser');
const { ProblemCollector } = require('@theia/task/lib/node/task-problem-collector');
const { ProblemPattern, ApplyToKind, FileLocationKind } = require('@theia/task/lib/common/problem-matcher-protocol');

const [program, tasksFile, article] = process.argv.slice(2);
const task = jsonc.parse(fs.readFileSync(tasksFile, 'utf8')).tasks[0];
const folder = path.dirname(article);

// Theia's registry does this from the contribution; it needs the whole IDE, its parts do not.
const contributed = task.problemMatcher;
const matcher = {
  owner: contributed.owner,
  source: contributed.source,
  applyTo: ApplyToKind.fromString('allDocuments'),
  fileLocation: FileLocationKind.Relative,
  filePrefix: folder,
  pattern: ProblemPattern.fromProblemPatternContribution(contributed.pattern),
};

function run(format) {
  const args = task.args.map(word => (word === 'line' ? format : word === '.' ? path.basename(article) : word));
  const result = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  assert.ok(result.status === 0 || result.status === 1, `exit code ${result.status}: ${result.stderr}`);
  return result.stdout;
}

const severities = { error: 1, warning: 2, info: 3 };
const expected = JSON.parse(run('json')).files[0].findings.map(finding => ({
  line: finding.span.start.line - 1,
  character: finding.span.start.column - 1,
  severity: severities[finding.severity],
  message: finding.message,
  code: finding.rule,
}));
assert.ok(expected.length > 0, 'the article must have findings');

const collector = new ProblemCollector([matcher]);
const found = run('line').split('\n').flatMap(line => collector.processLine(line));
assert.deepStrictEqual(
  found.map(match => ({
    line: match.marker.range.start.line,
    character: match.marker.range.start.character,
    severity: match.marker.severity,
    message: match.marker.message,
    code: match.marker.code,
  })),
  expected);
for (const match of found) assert.ok(match.resource.toString().endsWith('/article.md'), match.resource.toString());
console.log(`${found.length} findings, each where the JSON report has it`);
