#!/usr/bin/env python3
"""Checks JSON lines of pages with hypelint on the executors of a Spark cluster.

spark-submit --files ../dask/hypelint_worker.py hypelint_spark.py INPUT OUTPUT [-- FLAGS OF hypelint stream]
"""

import argparse
import shlex
import sys

from pyspark.sql import SparkSession


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("input", help="JSON lines as `hypelint stream` reads them: a file, a folder or a glob")
    parser.add_argument("output", help="a folder for the reports; it must not be there")
    parser.add_argument("--hypelint", metavar="PROGRAM", default="hypelint", help="where hypelint is on the executors")
    parser.add_argument("--partitions", type=int, default=0, help="least number of partitions (default: Spark's)")
    own, flags = sys.argv[1:], []
    if "--" in own:
        own, flags = own[:own.index("--")], own[own.index("--") + 1:]
    options = parser.parse_args(own)
    options.command = shlex.join(["python3", "hypelint_worker.py", options.hypelint, "stream", *flags])
    return options


def main():
    options = parse_arguments()
    spark = SparkSession.builder.appName("hypelint").getOrCreate()
    lines = spark.sparkContext.textFile(options.input, options.partitions or None)
    # One process for each partition; with checkCode a process that fails makes Spark try the partition again.
    lines.pipe(options.command, checkCode=True).saveAsTextFile(options.output)
    spark.stop()


if __name__ == "__main__":
    main()
