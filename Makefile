# run    builds dealboard and opens it on sample data; ARGS='list --json' runs something else
# test   builds debug and release and runs all tests; TEST_ARGS='--filter StoreTests' some of them
# build  leaves the release program at .build/release/dealboard, which needs no Swift to run
# bench  measures the release program
# fuzz   feeds everything that reads input with what libFuzzer makes up; FUZZ_ARGS='60 csv' a minute of one kind
# goldens  writes the screens in Tests/BoardTests/Golden anew, for a look at the difference
# lint   checks the formatting; `make format` mends it

# What building and running takes, as Debian packages.
packages := libncurses-dev libsqlite3-dev pkg-config tzdata
# What tests take besides: the descriptions of terminals, and tput.
test_packages := ncurses-base ncurses-bin

# The check makes an import of a module that the manifest does not allow an error.
flags := --explicit-target-dependency-import-check error
release_flags := $(flags) --configuration release --static-swift-stdlib
program := $(CURDIR)/.build/release/dealboard
formatted := --recursive --parallel Fuzz Sources Tests Package.swift

ARGS ?= demo
TEST_ARGS ?=
FUZZ_ARGS ?=

.PHONY: build run test bench fuzz goldens lint format

build:
	@Scripts/require $(packages)
	swift build $(release_flags) --product dealboard

run: build
	@$(program) $(ARGS)

test:
	@Scripts/require $(packages) $(test_packages)
	swift build $(release_flags) --product dealboard
	swift build $(flags) --build-tests
	DEALBOARD_PROGRAM=$(program) swift test $(flags) --disable-xctest $(TEST_ARGS)

bench: build
	DEALBOARD_PROGRAM=$(program) Benchmarks/run

fuzz:
	@Scripts/require $(packages)
	Fuzz/run $(FUZZ_ARGS)

# The tests that write fail all the same, so that nobody takes this for a check.
goldens:
	-DEALBOARD_REWRITE_GOLDENS=yes swift test $(flags) --disable-xctest --filter '^BoardTests\.'
	git diff --stat Tests/BoardTests/Golden

lint:
	swift format lint --strict $(formatted)

format:
	swift format --in-place $(formatted)
