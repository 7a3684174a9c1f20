#!/usr/bin/env python3
"""Print the figures of metrics.duckdb.sql from an exported CSV.

usage: metrics.duckdb.py CSV YYYY-MM-DD

Needs the package duckdb: pip install duckdb
"""
import os
import sys

import duckdb


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    database = duckdb.connect()
    database.execute("SET VARIABLE csv = $1", [sys.argv[1]])
    database.execute("SET VARIABLE as_of = $1", [sys.argv[2]])
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "metrics.duckdb.sql"), encoding="utf-8") as file:
        print(database.execute(file.read()).fetchone()[0])


if __name__ == "__main__":
    main()
