# The commands of the project; `make` alone lists them. .ci/setup brings what they need, and only what is missing.

.DEFAULT_GOAL := help
# What is built for the browser.
PROGRAMS = -p nachlese -p nachlese-web -p nachlese-importer -p nachlese-exporter -p nachlese-qr
.PHONY: help serve dist release test check bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

serve: ## set up, build the release bundle and serve it on http://127.0.0.1:8080 (PORT=9000 make serve)
	@.ci/serve

dist: ## set up, write the release bundle to dist/ and print its sizes
	@.ci/setup build
	@.ci/dist
	@.ci/with node .ci/sizes.mjs

release: dist ## the program with the app in it, packed in release/ (docs/releasing.md)
	@.ci/package

test: ## set up and run all tests, in a real browser too
	@.ci/setup test
	.ci/with node --test tests/release/*.test.mjs
	.ci/with cargo test --workspace
	@$(MAKE) --no-print-directory dist
	.ci/with cargo test --workspace --test e2e

check: ## formatting, lints and docs: on this machine and for the browser
	@.ci/setup check
	.ci/with cargo fmt --all --check
	.ci/with cargo clippy --workspace --all-targets --test e2e -- -D warnings
	.ci/with cargo clippy --lib --bins $(PROGRAMS) --target wasm32-unknown-unknown -- -D warnings
	RUSTDOCFLAGS="-D warnings" .ci/with cargo doc --workspace --no-deps --document-private-items

bench: dist ## sizes of the bundle, and times in the browser (median of 5)
	@.ci/setup test bench
	.ci/with cargo test --workspace --test e2e -- --ignored bench --nocapture --test-threads 1

clean: ## remove dist/, release/ and target/; the tools in .cache/ stay
	rm -rf dist release target .cache/app .cache/app.tar .cache/nachlese.css
