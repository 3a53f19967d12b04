"""ci_jobs.py SOURCE_DIR PACKAGES_DIR WORK_DIR: runs the scripts of the GitHub action, the GitLab job and the reviewdog step.

They run with bash on a scratch site, with the environment that a runner would give them. apt-get is replaced by a stand-in that
unpacks the real hypelint package below the scratch folder, `hypelint-dev` by one that hands out that package.
"""
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import unittest
from pathlib import Path

try:
    import yaml
except ImportError:
    print("SKIPPED: python3-yaml is not installed")
    sys.exit(77)

SOURCE, PACKAGES, WORK = (Path(argument).resolve() for argument in sys.argv[1:4])
INTEGRATIONS = SOURCE / "integrations"
CLAIM = "Our tea is a miracle cure for cancer.\n"


def executable(path, text):
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


class Runner(unittest.TestCase):
    """A scratch machine: `bin` with stand-ins, `root` for what is installed, `site` as the workspace."""

    def setUp(self):
        self.home = WORK / self.id().rsplit(".", 1)[-1]
        shutil.rmtree(self.home, ignore_errors=True)
        for folder in ("bin", "root", "site", "temp"):
            (self.home / folder).mkdir(parents=True)
        self.site = self.home / "site"
        (self.site / "tea.md").write_text(CLAIM)
        self.calls = self.home / "calls"
        self.calls.touch()
        executable(self.home / "bin/sudo", '#!/bin/sh\nexec "$@"\n')
        executable(self.home / "bin/apt-get", f"""#!/bin/sh
echo "apt-get $*" >>{self.calls}
for word; do case $word in *hypelint_*.deb) dpkg-deb -x "$word" {self.home}/root ;; esac; done
""")

    def put_project(self, folder):
        for part in ("cmake", "src", "include", "rules", "integrations"):
            shutil.copytree(SOURCE / part, folder / part, ignore=shutil.ignore_patterns("node_modules"))
        shutil.copy(SOURCE / "CMakeLists.txt", folder)
        executable(folder / "hypelint-dev", f"""#!/bin/sh
echo "hypelint-dev $*" >>{self.calls}
mkdir -p "$2" && cp {PACKAGES}/*.deb "$2"
""")

    def run_script(self, script, variables, cwd=None):
        # bash as GitHub calls it, and with nothing of this environment but what every machine has.
        environment = {
            "PATH": f"{self.home}/root/usr/bin:{self.home}/bin:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.home), "LC_ALL": "C.UTF-8", "HYPELINT_CACHE": str(self.home / "cache"), **variables}
        if "ASAN_OPTIONS" in os.environ:
            environment["ASAN_OPTIONS"] = os.environ["ASAN_OPTIONS"]
        return subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script], cwd=cwd or self.site,
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)

    def marks(self):
        return [str(path) for path in self.home.rglob("MARK*")]


class GitHubAction(Runner):
    ACTION = yaml.safe_load((INTEGRATIONS / "github-action/action.yml").read_text())

    def setUp(self):
        super().setUp()
        self.project = self.home / "action"
        self.project.mkdir()
        self.put_project(self.project)

    def evaluate(self, text, inputs, outputs):
        def value(expression):
            parts = expression.group(1).split(".")
            if parts[0] == "inputs":
                return inputs[parts[1]]
            if parts[0] == "steps":
                return outputs[parts[1]][parts[3]]
            self.assertEqual(expression.group(1), "runner.temp")
            return str(self.home / "temp")
        return re.sub(r"\$\{\{\s*(\S+)\s*\}\}", value, text)

    def run_action(self, **given):
        """Exit code, log and outputs of the steps up to the first that fails; the step after it is not run."""
        inputs = {name: spec["default"] for name, spec in self.ACTION["inputs"].items()}
        inputs.update({name.replace("_", "-"): value for name, value in given.items()})
        outputs, log = {}, ""
        for step in self.ACTION["runs"]["steps"]:
            if "uses" in step:
                self.evaluate(step["with"]["key"], inputs, outputs)
                continue
            file = self.home / "output"
            file.write_text("")
            variables = {name: self.evaluate(value, inputs, outputs) for name, value in step.get("env", {}).items()}
            done = self.run_script(step["run"], {
                **variables, "GITHUB_ACTION_PATH": str(self.project / "integrations/github-action"),
                "GITHUB_OUTPUT": str(file), "RUNNER_TEMP": str(self.home / "temp")})
            log += done.stdout
            if "id" in step:
                outputs[step["id"]] = dict(line.split("=", 1) for line in file.read_text().splitlines())
            if done.returncode != 0:
                return done.returncode, log, outputs
        return 0, log, outputs

    def test_scripts_hold_no_expressions(self):
        for step in self.ACTION["runs"]["steps"]:
            self.assertNotIn("${{", step.get("run", ""))
            self.assertNotIn("eval", step.get("run", ""))
        text = (INTEGRATIONS / "github-action/action.yml").read_text()
        for word in ("github.token", "secrets.", "GITHUB_TOKEN"):
            self.assertNotIn(word, text)

    def test_foreign_actions_are_pinned_to_commits(self):
        foreign = [step["uses"] for step in self.ACTION["runs"]["steps"] if "uses" in step]
        self.assertTrue(foreign)
        for uses in foreign:
            self.assertRegex(uses, r"^[\w-]+/[\w-]+@[0-9a-f]{40}$")

    def test_every_input_is_checked_used_and_described(self):
        texts = [(INTEGRATIONS / "github-action" / name).read_text() for name in ("prepare.sh", "check.sh")]
        readme = (INTEGRATIONS / "github-action/README.md").read_text()
        for name in self.ACTION["inputs"]:
            variable = "HYPELINT_" + name.upper().replace("-", "_")
            for text in texts:
                self.assertIn(variable, text)
            self.assertIn(f"`{name}`", readme)

    def test_a_claim_becomes_an_annotation_and_fails(self):
        code, log, outputs = self.run_action()
        self.assertEqual(code, 1, log)
        self.assertRegex(log, r"(?m)^::error file=tea\.md,line=1,")
        self.assertRegex(outputs["install"]["version"], r"^hypelint \d+\.\d+\.\d+$")

    def test_inputs_reach_the_program(self):
        (self.site / "a b").mkdir()
        (self.site / "a b/mint.md").write_text(CLAIM)
        code, log, _ = self.run_action(paths="a b\n\n", fail_on="never", sarif="out.sarif", profile="press-release",
                                       jurisdiction="uk,eu")
        self.assertEqual(code, 0, log)
        self.assertIn("file=a b/mint.md", log)
        self.assertNotIn("tea.md", log)
        self.assertTrue(json.loads((self.site / "out.sarif").read_text())["runs"][0]["results"])

    def test_what_fails_is_configured_unless_the_input_says_it(self):
        (self.site / "hypelint.toml").write_text('fail-on = "never"\n')
        code, log, _ = self.run_action()
        self.assertEqual(code, 0, log)
        self.assertIn("file=tea.md", log)
        self.assertEqual(self.run_action(fail_on="error")[0], 1)

    def test_a_baseline_lets_only_new_claims_fail(self):
        (self.site / "hypelint.toml").write_text('baseline = "known.jsonl"\n')
        self.run_action()
        self.run_script("hypelint check --update-baseline .", {})
        self.assertEqual(self.run_action()[0], 0)
        (self.site / "mint.md").write_text(CLAIM)
        code, log, _ = self.run_action()
        self.assertEqual(code, 1, log)
        self.assertIn("file=mint.md", log)
        self.assertNotIn("tea.md", log)

    def test_the_package_is_built_once(self):
        self.run_action()
        self.run_action()
        self.assertEqual(self.calls.read_text().count("hypelint-dev deb"), 1)
        self.assertEqual([path.name[:9] for path in (self.home / "temp/hypelint-package").iterdir()], ["hypelint_"])

    def test_the_cache_key_follows_the_sources(self):
        keys = []
        for text in ("", "", "# a rule has changed\n"):
            with (self.project / "rules/health/pack.toml").open("a") as pack:
                pack.write(text)
            keys.append(self.run_action()[2]["prepare"]["key"])
        self.assertEqual(keys[0], keys[1])
        self.assertNotEqual(keys[1], keys[2])

    def test_hostile_inputs_are_refused_before_anything_runs(self):
        flags = ["--update-baseline", "-"]
        places = ["/etc/passwd", "../outside", "a/../../b", "a\rb"]
        cases = [("paths", value) for value in flags + places + ["", "\n", "fine\n--no-config", "a\x1b[2Jb"]]
        cases += [(name, value) for name in ("config", "sarif") for value in flags + places + ["x\nkey=evil"]]
        cases += [("fail_on", value) for value in ["Error", "error|never", "never\nx", "error --fix", "$(touch MARK)"]]
        for name in ("new_from", "profile", "jurisdiction"):
            cases += [(name, value) for value in flags + ["$(touch MARK)", "`touch MARK`", "a;touch MARK", "a b", "a\nb", "::x"]]
        for name, value in cases:
            with self.subTest(input=name, value=value):
                code, log, _ = self.run_action(**{name: value})
                self.assertEqual(code, 2, log)
                self.assertRegex(log, rf"\A::error title=hypelint::input {name.replace('_', '-')}: [^\n]*\n\Z")
                self.assertEqual(self.calls.read_text(), "")
        self.assertEqual(self.marks(), [])

    def test_names_that_a_shell_would_run_are_only_names(self):
        for value in ("$(touch MARK)", "`touch MARK`", "; touch MARK", "a && touch MARK", '"; touch MARK; "', "*", "${IFS}touch"):
            with self.subTest(value=value):
                code, log, _ = self.run_action(paths=value)
                self.assertEqual(code, 3, log)
        self.assertEqual(self.run_action(config="$(touch MARK)")[0], 2)
        self.run_action(sarif="$(touch MARK)")
        self.assertEqual([mark for mark in self.marks() if not mark.endswith("$(touch MARK)")], [])


class GitLabJob(Runner):
    JOB = yaml.safe_load((INTEGRATIONS / "gitlab/hypelint.yml").read_text())["claims"]

    def setUp(self):
        super().setUp()
        source = self.home / "source"
        source.mkdir()
        self.put_project(source)
        git = ["git", "-C", str(source), "-c", "user.name=a", "-c", "user.email=a@example.org"]
        for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"], ["tag", "v0.1.0"]):
            subprocess.run(git + words, check=True, stdout=subprocess.DEVNULL)
        self.repository = source.as_uri()

    def run_job(self, **variables):
        script = "\n".join(self.JOB["before_script"] + self.JOB["script"])
        return self.run_script(script, {**self.JOB["variables"], "CI_PROJECT_DIR": str(self.site),
                                        "HYPELINT_REPOSITORY": self.repository, **variables})

    def test_the_report_is_the_artifact(self):
        done = self.run_job()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("tea.md:1:", done.stdout)
        report = json.loads((self.site / self.JOB["artifacts"]["reports"]["codequality"]).read_text())
        self.assertEqual(report[0]["location"]["path"], "tea.md")
        self.assertEqual(self.JOB["artifacts"]["when"], "always")

    def test_what_fails_is_configured_unless_the_variable_says_it(self):
        (self.site / "hypelint.toml").write_text('fail-on = "never"\n')
        done = self.run_job()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("tea.md:1:", done.stdout)
        self.assertEqual(self.run_job(HYPELINT_FAIL_ON="error").returncode, 1)

    def test_the_cached_package_is_used(self):
        self.run_job()
        self.assertEqual(self.JOB["cache"]["paths"], [".hypelint/"])
        done = self.run_job(HYPELINT_REPOSITORY="")
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertEqual(self.calls.read_text().count("hypelint-dev deb"), 1)

    def test_a_missing_address_is_named(self):
        done = self.run_job(HYPELINT_REPOSITORY="")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("HYPELINT_REPOSITORY", done.stdout)

    def test_variables_are_only_values(self):
        self.run_job(HYPELINT_PATH="$(touch MARK)", HYPELINT_FAIL_ON="$(touch MARK)")
        self.run_job(HYPELINT_REF="--upload-pack=touch MARK", HYPELINT_REPOSITORY="--upload-pack=touch MARK")
        self.assertEqual(self.run_job(HYPELINT_PATH="--help").returncode, 3)
        self.assertEqual(self.marks(), [])


class Reviewdog(Runner):
    def setUp(self):
        super().setUp()
        package = next(PACKAGES.glob("hypelint_*.deb"))
        subprocess.run(["dpkg-deb", "-x", package, self.home / "root"], check=True)
        executable(self.home / "bin/reviewdog", f'#!/bin/sh\necho "reviewdog $*" >>{self.calls}\ncat >{self.home}/received\n')

    def step(self, words="", **variables):
        return self.run_script(f"{INTEGRATIONS}/reviewdog/run.sh {words}", variables)

    def test_findings_arrive(self):
        done = self.step(REVIEWDOG_REPORTER="github-pr-review")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(self.calls.read_text(),
                         "reviewdog -f=rdjsonl -name=hypelint -reporter=github-pr-review -filter-mode=added\n")
        findings = [json.loads(line) for line in (self.home / "received").read_text().splitlines()]
        self.assertEqual(findings[0]["location"]["path"], "tea.md")

    def test_a_failed_run_does_not_pass_as_clean(self):
        self.assertEqual(self.step("absent.md").returncode, 3)
        (self.site / "hypelint.toml").write_text("nonsense = [\n")
        self.assertEqual(self.step().returncode, 2)
        self.assertEqual(self.calls.read_text(), "")

    @unittest.skipUnless(shutil.which("reviewdog"), "reviewdog is not installed")
    def test_reviewdog_reads_the_report(self):
        (self.home / "bin/reviewdog").unlink()
        done = self.run_script("git init -q . && git add -N . && hypelint check --fail-on never --format rdjsonl . | "
                               "reviewdog -f=rdjsonl -diff='git diff'", {})
        self.assertIn("tea.md:1:", done.stdout)


class Snippets(unittest.TestCase):
    def test_the_workflow_asks_for_little_and_names_the_action(self):
        text = (INTEGRATIONS / "ci/github.yml").read_text()
        workflow = yaml.safe_load(text)
        self.assertLessEqual(len(text.splitlines()), 12)
        self.assertEqual(workflow["permissions"], {"contents": "read"})
        uses = [step["uses"] for step in workflow["jobs"]["claims"]["steps"]]
        folder = uses[1].split("@")[0].split("/", 2)[2]
        self.assertTrue((SOURCE / folder / "action.yml").is_file())

    def test_the_gitlab_snippet_includes_the_job(self):
        text = (INTEGRATIONS / "ci/gitlab.yml").read_text()
        snippet = yaml.safe_load(text)
        self.assertLessEqual(len(text.splitlines()), 12)
        self.assertTrue(snippet["include"][0]["remote"].endswith("/integrations/gitlab/hypelint.yml"))
        self.assertIn("HYPELINT_REPOSITORY", snippet["variables"])
        self.assertIn("HYPELINT_REPOSITORY", (INTEGRATIONS / "gitlab/hypelint.yml").read_text())

    def test_the_image_is_pinned_and_not_root(self):
        lines = (INTEGRATIONS / "docker/Dockerfile").read_text().splitlines()
        bases = [line.split()[1] for line in lines if line.startswith("FROM ")]
        self.assertEqual(bases, ["debian:12-slim"] * 2)
        self.assertIn("USER nobody", lines)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
