"""A real scheduler and worker processes on loopback; what they lose and what comes out.

cluster.py PROGRAM WORK_DIR [unittest arguments]
"""

import concurrent.futures
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent))

# Of a worker that was killed while it held a result, the client waits this long before the work is done again; 30 s
# otherwise. Set before Dask reads it, and inherited by the workers.
os.environ["DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT"] = "5s"

import distributed  # noqa: E402
import hypelint_dask  # noqa: E402
import hypelint_worker  # noqa: E402

PROGRAM, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
COMMAND = [PROGRAM, "stream", "--pack", str(ROOT / "tests/cli/pack")]

# Answers like a stream, but the word "poison" ends it, "deadly" kills the worker above it and "slow" takes for ever.
FRAGILE = [sys.executable, "-c", """
import os, sys, time
for line in sys.stdin.buffer:
    if b"poison" in line: os._exit(7)
    if b"deadly" in line: os.kill(os.getppid(), 9)
    if b"slow" in line: time.sleep(600)
    sys.stdout.buffer.write(b'{"answer":' + line.strip() + b'}\\n')
    sys.stdout.buffer.flush()
"""]

HOSTILE = [b"\n", b"broken\n", b'{"id":1}\n', b'{"id":1.0,"text":1}\n', b'{"id":2,"text":"\xff"}\n', b" \r\n",
           b'{"id":"\\u2028","text":"A\\u2028miracle"}\n', '{"id":"é","text":"A miracle\u2028"}\n'.encode(),
           b'{"id":3,"text":"a\x00"}\n', b'{"id":4,"text_base64":"/w=="}\r\n']


def article(i):
    return "\n\n".join("Part %d of %d. A miracle, the best of novel ways." % (k, i) for k in range(i % 23 * 3 + 1))


def pages(count):
    """JSON lines of many sizes, hostile ones among them."""
    for i in range(count):
        yield json.dumps({"id": "page-%d.md" % i, "text": article(i)}).encode() + b"\n"
        if i % 97 == 5:
            yield from HOSTILE


def on_one_machine(path):
    with open(path, "rb") as file:
        return subprocess.run(COMMAND, stdin=file, stdout=subprocess.PIPE, check=True).stdout


def wait_for(what, seconds=60):
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


class Cluster:
    def __init__(self, workers):
        shutil.rmtree(WORK, ignore_errors=True)
        WORK.mkdir(parents=True)
        self.file = WORK / "scheduler.json"
        self.processes = []
        self.workers = {}
        self.start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file",
                   str(self.file))
        wait_for(self.file.exists)
        self.client = distributed.Client(scheduler_file=str(self.file))
        hypelint_dask.share_modules(self.client)
        for number in range(workers):
            self.add_worker(number)
        self.client.wait_for_workers(workers)

    def start(self, module, *arguments):
        with open(WORK / ("log-%d" % len(self.processes)), "wb") as log:
            process = subprocess.Popen([sys.executable, "-m", "distributed.cli." + module, *arguments], cwd=WORK,
                                       stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def add_worker(self, name):
        self.workers[str(name)] = self.start(
            "dask_worker", "--scheduler-file", str(self.file), "--no-nanny", "--nthreads", "2", "--no-dashboard",
            "--host", "127.0.0.1", "--name", str(name), "--local-directory", str(WORK))

    def busy(self):
        """Names of the workers that have work now."""
        names = {address: str(worker["name"]) for address, worker in self.client.scheduler_info()["workers"].items()}
        return [names[address] for address, tasks in self.client.processing().items() if tasks and address in names]

    def kill_while_busy(self, name):
        """Stops a worker, and kills it once work waits for it, or when it holds only results that nobody fetched."""
        self.workers[name].send_signal(signal.SIGSTOP)
        end = time.monotonic() + 2
        while name not in self.busy() and time.monotonic() < end:
            time.sleep(0.05)
        self.workers[name].send_signal(signal.SIGKILL)
        self.workers[name].wait()

    def close(self):
        self.client.close()
        for process in reversed(self.processes):
            process.kill()
            process.wait()


class OnACluster(unittest.TestCase):
    def setUp(self):
        self.cluster = Cluster(3)
        self.addCleanup(self.cluster.close)
        self.input = WORK / "pages.jsonl"
        self.output = WORK / "reports.jsonl"

    def check(self, lines, on_batch=lambda done: None, command=COMMAND):
        hypelint_dask.write(str(self.output), hypelint_dask.reports(
            self.cluster.client, lines, command, on_batch=on_batch))
        return self.output.read_bytes()

    def test_a_killed_worker_loses_and_doubles_nothing(self):
        self.input.write_bytes(b"".join(pages(1500)))
        with concurrent.futures.ThreadPoolExecutor() as beside:
            killing = []

            def on_batch(done):
                if done == 4:
                    killing.append(beside.submit(self.cluster.kill_while_busy, "0"))

            out = self.check(hypelint_dask.documents(str(self.input)), on_batch)
            killing[0].result()
        wait_for(lambda: len(self.cluster.client.nthreads()) == 2)
        self.assertTrue(out == on_one_machine(self.input), "differs from one machine")
        self.assertGreater(out.count(b"\n"), 1500)

    def test_killed_processes_of_living_workers_lose_nothing(self):
        self.input.write_bytes(b"".join(pages(600)))
        killed = []

        def on_batch(done):
            if done == 2:  # twice could strike one document twice, which makes it an error record
                killed.extend(self.cluster.client.run(kill_streams).values())

        out = self.check(hypelint_dask.documents(str(self.input)), on_batch)
        self.assertGreater(sum(killed), 0)
        self.assertTrue(out == on_one_machine(self.input), "differs from one machine")

    def test_a_folder_comes_in_the_order_of_its_paths(self):
        folder = WORK / "site"
        (folder / ".git").mkdir(parents=True)
        (folder / "b").mkdir()
        for name in ("b/2.md", "b/10.md", "a.txt", "B.html", ".git/x.md", "picture.png", "é.md"):
            (folder / name).write_bytes(b"A miracle \xff\x00")
        out = [json.loads(line) for line in self.check(hypelint_dask.documents(str(folder))).splitlines()]
        self.assertEqual([report["id"] for report in out], ["B.html", "a.txt", "b/10.md", "b/2.md", "é.md"])
        self.assertEqual([report["format"] for report in out], ["html", "plain", "markdown", "markdown", "markdown"])
        self.assertTrue(all(len(report["findings"]) == 1 for report in out))

    def test_wrong_flags_end_the_run_without_output(self):
        with self.assertRaisesRegex(RuntimeError, "code 2"):
            self.check([(1, b'{"id":1,"text":""}\n')], command=COMMAND + ["--select", "demo/nothing"])
        self.assertEqual(list(WORK.glob("reports*")), [])

    def test_a_document_that_kills_workers_is_one_error(self):
        for number in range(3, 6):
            self.cluster.add_worker(number)
        self.cluster.client.wait_for_workers(6)
        lines = [(1, b'{"id":"x"}\n'), (2, b'{"id":"deadly"}\n'), (3, b'{"id":"y"}\n')]
        out = [json.loads(line) for line in self.check(lines, command=FRAGILE).splitlines()]
        self.assertEqual(out[0], {"answer": {"id": "x"}})
        self.assertEqual((out[1]["id"], out[1]["error"]["code"], out[1]["error"]["line"]), ("deadly", "worker", 2))
        self.assertEqual(out[2:], [{"answer": {"id": "y"}}])

    def test_parquet_holds_the_same_reports(self):
        try:
            import pyarrow.parquet
        except ImportError:
            self.skipTest("pyarrow is not installed")
        self.input.write_bytes(b"".join(pages(100)))
        path = str(WORK / "reports.parquet")
        hypelint_dask.write(path, hypelint_dask.reports(
            self.cluster.client, hypelint_dask.documents(str(self.input)), COMMAND))
        rows = pyarrow.parquet.read_table(path).to_pylist()
        self.assertEqual("".join(row["report"] + "\n" for row in rows).encode(), on_one_machine(self.input))
        self.assertEqual((rows[0]["id"], rows[0]["findings"], rows[0]["error"]), ('"page-0.md"', 3, None))
        self.assertIn("json", [row["error"] for row in rows])


def kill_streams():
    """On a worker: kills its streams and says how many."""
    import psutil

    children = [child for child in psutil.Process().children() if child.name() == "hypelint"]
    for child in children:
        child.kill()
    return len(children)


class AnOutput(unittest.TestCase):
    def setUp(self):
        self.folder = WORK / "outputs"
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "site").mkdir(parents=True)
        self.input = self.folder / "pages.jsonl"
        self.input.write_bytes(b'{"id":1,"text":""}\n')

    def refusal(self, output, input_path="pages.jsonl"):
        """What the command line says against it."""
        done = subprocess.run([sys.executable, str(HERE.parent / "hypelint_dask.py"), "--scheduler-file", "none",
                               input_path, output], cwd=self.folder, stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(done.returncode, 2, done.stderr)
        return done.stderr

    def test_that_cannot_be_written_is_refused_before_the_work(self):
        self.assertIn("site is a folder", self.refusal("site"))
        self.assertIn("would replace the input, pages.jsonl", self.refusal("site/../pages.jsonl"))
        self.input.rename(self.folder / "pages.jsonl.part")
        self.assertIn("would replace the input", self.refusal("pages.jsonl", "pages.jsonl.part"))

    def test_whose_place_is_taken_meanwhile_is_kept_beside_it(self):
        with self.assertRaisesRegex(RuntimeError, "the reports are in .*site.part: "):
            hypelint_dask.write(str(self.folder / "site"), [b"one\n", b"two\n"])
        self.assertEqual((self.folder / "site.part").read_bytes(), b"one\ntwo\n")


class AStream(unittest.TestCase):
    def answers(self, lines, timeout=20.0):
        stream = hypelint_worker.Stream(FRAGILE, timeout)
        self.addCleanup(stream.close)
        return [json.loads(stream.answer(line, number)) for number, line in enumerate(lines, 1)]

    def test_a_document_that_ends_the_process_is_one_error(self):
        out = self.answers([b'{"id":1}\n', b'{"id":"poison"}\n', b'{"id":2}\n'])
        self.assertEqual(out[0::2], [{"answer": {"id": 1}}, {"answer": {"id": 2}}])
        self.assertEqual(out[1], {"id": "poison", "error": {
            "code": "worker", "message": "hypelint ended with code 7", "line": 2}})

    def test_a_document_that_takes_too_long_is_one_error(self):
        out = self.answers([b'{"id":"slow"}\n', b'{"id":2}\n'], timeout=0.5)
        self.assertEqual(out[0]["error"]["message"], "no answer within 0.5 seconds")
        self.assertEqual(out[1], {"answer": {"id": 2}})

    def test_a_missing_program_is_an_error_of_the_run(self):
        with self.assertRaises(OSError):
            hypelint_worker.Stream(["./no-such-program"]).answer(b"{}\n", 1)

    def test_the_program_answers_like_the_stream(self):
        lines = b"".join(pages(40))
        through = subprocess.run([sys.executable, str(HERE.parent / "hypelint_worker.py"), *COMMAND], input=lines,
                                 stdout=subprocess.PIPE, check=True).stdout
        self.assertEqual(through, subprocess.run(COMMAND, input=lines, stdout=subprocess.PIPE, check=True).stdout)


if __name__ == "__main__":
    # Small batches, so that every worker has some; a document is given up when it has ended two workers, so that the
    # tests need few.
    hypelint_dask.BATCH_DOCUMENTS = 8
    os.environ["DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"] = "1"
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
