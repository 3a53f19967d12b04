#!/usr/bin/env python3
"""Checks a folder or a JSON-lines file of pages with hypelint on the workers of a Dask cluster."""

import argparse
import base64
import collections
import json
import os
import pathlib
import sys
import threading

import distributed

import hypelint_worker

EXTENSIONS = {".md", ".markdown", ".mkd", ".mdx", ".html", ".htm", ".xhtml", ".txt", ".text"}
BATCH_DOCUMENTS = 64
BATCH_BYTES = 4 * 1024 * 1024
WINDOW = 4  # batches on their way for each thread of the cluster
RETRIES = 3  # of a batch whose task raises

_of_thread = threading.local()


# ---- on the workers

def lint_batch(batch, command, timeout):
    """The answers to [(number, line), …], joined. Runs in a thread of a worker; each keeps one process."""
    key = (tuple(command), timeout)
    if getattr(_of_thread, "key", None) != key:
        if getattr(_of_thread, "stream", None):
            _of_thread.stream.close()
        _of_thread.stream, _of_thread.key = hypelint_worker.Stream(command, timeout), key
    return b"".join(_of_thread.stream.answer(line, number) for number, line in batch)


# ---- documents

def lines_of(path):
    """(number, line) of a JSON-lines file, blank lines left out but counted."""
    with open(path, "rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip(hypelint_worker.BLANK):
                yield number, line


def files_below(folder):
    """The articles of a folder by path, without hidden files and folders."""
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and pathlib.PurePath(name).suffix.lower() in EXTENSIONS:
                found.append(pathlib.Path(root, name))
    return sorted(found, key=lambda path: os.fsencode(path.relative_to(folder).as_posix()))


def documents_of(folder):
    """(number, line) of each article of a folder; its path below the folder is the id."""
    for number, path in enumerate(files_below(folder), 1):
        name = os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "replace")
        text = base64.b64encode(path.read_bytes()).decode("ascii")
        yield number, (json.dumps({"id": name, "text_base64": text}) + "\n").encode()


def documents(path):
    return documents_of(path) if os.path.isdir(path) else lines_of(path)


def batches(numbered):
    batch, size = [], 0
    for each in numbered:
        if batch and (len(batch) == BATCH_DOCUMENTS or size + len(each[1]) > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(each)
        size += len(each[1])
    if batch:
        yield batch


# ---- on the client

def submit(client, batch, command, timeout):
    # A key of its own for each batch: the scheduler computes it again when the worker that has it is lost.
    return client.submit(lint_batch, batch, command, timeout, pure=False, retries=RETRIES)


def result_of(client, future, batch, command, timeout):
    """The answers to a batch. Of a batch that ends worker after worker, each document is tried alone."""
    try:
        return future.result()
    except distributed.scheduler.KilledWorker:
        # One after the other: whatever is on a worker that dies is suspected with it.
        return b"".join(alone(client, each, command, timeout) for each in batch)


def alone(client, each, command, timeout):
    try:
        return submit(client, [each], command, timeout).result()
    except distributed.scheduler.KilledWorker:
        number, line = each
        return hypelint_worker.error_record(line, "the document ended every worker that had it", number)


def reports(client, numbered, command, timeout=hypelint_worker.TIMEOUT, on_batch=lambda done: None):
    """Yields the answers as lines, in the order of the documents: one for each, whatever happens to workers.

    No more than WINDOW batches for each thread are held at a time. on_batch(n) is called after the n-th batch.
    """
    command = list(command)
    waiting = collections.deque()
    rest = batches(numbered)
    done = 0
    while True:
        threads = max(1, sum(client.nthreads().values()))
        while len(waiting) < WINDOW * threads:
            batch = next(rest, None)
            if batch is None:
                break
            waiting.append((submit(client, batch, command, timeout), batch))
        if not waiting:
            return
        future, batch = waiting.popleft()
        yield from result_of(client, future, batch, command, timeout).splitlines(keepends=True)
        done += 1
        on_batch(done)


def write_parquet(path, lines):
    """One row a document: id as JSON, sizes, number of findings, error, and the whole report as JSON."""
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema([
        ("id", pyarrow.string()), ("format", pyarrow.string()), ("language", pyarrow.string()),
        ("words", pyarrow.int64()), ("sentences", pyarrow.int64()), ("findings", pyarrow.int64()),
        ("error", pyarrow.string()), ("report", pyarrow.string())])

    def row(line):
        report = json.loads(line)
        findings = report.get("findings")
        return {"id": json.dumps(report["id"], ensure_ascii=False),
                **{name: report.get(name) for name in ("format", "language", "words", "sentences")},
                "findings": None if findings is None else len(findings),
                "error": report.get("error", {}).get("code"), "report": line.decode("utf-8").rstrip("\n")}

    rows = []
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        for line in lines:
            rows.append(row(line))
            if len(rows) == 1000:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema))
                rows = []
        writer.write_table(pyarrow.Table.from_pylist(rows, schema))


def part_of(path):
    """Where the reports stand until all are there."""
    return path + ".part"


def write(path, lines):
    """Writes JSON lines, or Parquet by the extension; the file is there at the end and whole, or not at all.

    RuntimeError: the file cannot be put in its place; the reports stay in part_of(path).
    """
    part = part_of(path)
    try:
        if path.endswith(".parquet"):
            write_parquet(part, lines)
        else:
            with open(part, "wb") as file:
                file.writelines(lines)
    except BaseException:
        pathlib.Path(part).unlink(missing_ok=True)
        raise
    try:
        os.replace(part, path)
    except OSError as error:
        raise RuntimeError("the reports are in %s: %s" % (part, error)) from error


def check_output(parser, options):
    """Whatever can be known before the work is done."""
    if os.path.isdir(options.output):
        parser.error("%s is a folder; name a file in it for the reports" % options.output)
    for path in (options.output, part_of(options.output)):
        if os.path.exists(path) and os.path.samefile(path, options.input):
            parser.error("the reports would replace the input, %s; name another output" % options.input)
    if options.output.endswith(".parquet"):
        try:
            import pyarrow  # noqa: F401
        except ImportError:
            parser.error("Parquet needs pyarrow; name the output .jsonl")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, epilog="What follows -- is handed to `hypelint stream`.")
    parser.add_argument("input", help="a folder of articles, or a file of JSON lines as `hypelint stream` reads them")
    parser.add_argument("output", help="a file for the reports: JSON lines, or Parquet when it ends in .parquet")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="tcp://host:8786 (default: a cluster on this machine)")
    parser.add_argument("--scheduler-file", metavar="FILE", help="the file that `dask-scheduler` wrote")
    parser.add_argument("--hypelint", metavar="PROGRAM", default="hypelint",
                        help="where hypelint is on the workers (default: in their PATH)")
    parser.add_argument("--timeout", type=float, default=hypelint_worker.TIMEOUT,
                        help="seconds for one document (default: %(default)g)")
    own = sys.argv[1:]
    flags = []
    if "--" in own:
        own, flags = own[:own.index("--")], own[own.index("--") + 1:]
    options = parser.parse_args(own)
    if not os.path.exists(options.input):
        parser.error("%s does not exist" % options.input)
    check_output(parser, options)
    options.command = [options.hypelint, "stream", *flags]
    return options


def connect(options):
    if options.scheduler_file:
        client = distributed.Client(scheduler_file=options.scheduler_file)
    elif options.scheduler:
        client = distributed.Client(options.scheduler)
    else:
        client = distributed.Client(n_workers=os.cpu_count(), threads_per_worker=1, dashboard_address=None)
    share_modules(client)
    return client


def share_modules(client):
    """Sends these two files to the workers, also to those that come later."""
    here = pathlib.Path(__file__).resolve().parent
    for name in ("hypelint_worker.py", "hypelint_dask.py"):
        client.register_worker_plugin(distributed.diagnostics.plugin.UploadFile(str(here / name)), name=name)


def main():
    # The functions that workers run must have an importable home, not __main__.
    import hypelint_dask

    options = hypelint_dask.parse_arguments()
    with hypelint_dask.connect(options) as client:
        hypelint_dask.write(options.output, hypelint_dask.reports(
            client, hypelint_dask.documents(options.input), options.command, options.timeout))


if __name__ == "__main__":
    main()
