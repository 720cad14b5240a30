# The two commands of the README are `make demo` and `make test`. Each installs what is missing and may be repeated.
# The kernel ends what make has started when make is gone, whatever ended it (Linux; elsewhere it is left to the terminal).
TS := $(shell command -v setpriv >/dev/null 2>&1 && echo setpriv --pdeathsig TERM --) node --import tsx

.DEFAULT_GOAL := help
.PHONY: help demo pictures up test quick check bench bench-long build clean ready packages node

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

demo: ready build ## the whole story of a few orders on a private stack, left under .local/demo
	@$(TS) local/demo/run.ts

up: ready build ## a private stack with web and worker, until Ctrl-C
	@$(TS) local/up.ts

pictures: ready build ## the README's pictures, taken anew from a private stack, into docs/pictures
	@$(TS) local/pictures.ts

test: ready ## checks and tests against real servers; ends with "N passed, N failed"
	@$(TS) local/temporal-cli.ts >/dev/null
	@$(TS) local/java-test-server.ts >/dev/null
	@$(TS) local/check.ts --tests

quick: packages ## types, lint, and the tests that need no server: under a minute
	@npm run --silent types && npm run --silent lint && node_modules/.bin/jest -c jest.fast.config.js

check: packages ## types, lint, format, imports, dead code
	@$(TS) local/check.ts

bench: ready build ## the figures of docs, one line of JSON each
	@$(TS) bench/run.ts

bench-long: ready build ## the same with the figures that take hours
	@$(TS) bench/run.ts --long

build: packages ## compiles to dist/
	@node local/build.mjs

clean: ## stops what runs, removes .local and dist
	@if [ -d node_modules ]; then $(TS) local/clean.ts; else rm -rf dist; fi

# What a target needs of the machine: servers and tools.
ready: packages
	@$(TS) local/install.ts

# npm's packages, only when they are not those of package-lock.json.
packages: node
	@node local/packages.mjs || { echo 'Installing the npm packages of package-lock.json: one to two minutes.'; npm ci --no-audit --no-fund; }

node:
	@command -v node >/dev/null 2>&1 || { echo 'Node.js is missing: install Node 20.19 or newer (https://nodejs.org), or use docker-compose up.' >&2; exit 3; }
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 && a !== 21 || a === 20 && b >= 19 ? 0 : 1)' || { echo "Node $$(node -v) is too old: install Node 20.19 or newer (https://nodejs.org), or use docker-compose up." >&2; exit 3; }
	@command -v npm >/dev/null 2>&1 || { echo 'npm is missing: it comes with Node.js, on Debian as the package npm.' >&2; exit 3; }
