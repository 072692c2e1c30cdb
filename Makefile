# The commands of the project; `make` alone lists them. .ci/setup brings what they need, and only what is missing.

.DEFAULT_GOAL := help
.PHONY: help serve dist test check bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' Makefile

serve: ## set up, build the release bundle and serve it on http://127.0.0.1:8080 (PORT=9000 make serve)
	@.ci/serve

dist: ## set up, write the release bundle to dist/ and print its sizes
	@.ci/setup build
	.ci/trunk build --release
	@.ci/with node .ci/sizes.mjs

test: ## set up and run all tests, in a real browser too
	@.ci/setup test
	.ci/with cargo test
	.ci/with cargo test --features cli,e2e --lib --test integration
	@$(MAKE) --no-print-directory dist
	.ci/with cargo test --features cli,e2e --test e2e

check: ## formatting and lints: the core, the page (wasm32), the command-line tool, the tests
	@.ci/setup check
	.ci/with cargo fmt --check
	.ci/with cargo clippy --all-targets -- -D warnings
	.ci/with cargo clippy --lib --bin nachlese-web --no-default-features --features web --target wasm32-unknown-unknown -- -D warnings
	.ci/with cargo clippy --lib --bin importer --bin calendar-importer --no-default-features --features importer --target wasm32-unknown-unknown -- -D warnings
	.ci/with cargo clippy --lib --bin exporter --no-default-features --features exporter --target wasm32-unknown-unknown -- -D warnings
	.ci/with cargo clippy --bin qr --no-default-features --features qr --target wasm32-unknown-unknown -- -D warnings
	.ci/with cargo clippy --features cli --all-targets -- -D warnings
	.ci/with cargo clippy --features cli,e2e --tests -- -D warnings

bench: dist ## sizes of the bundle, and times in the browser (median of 5)
	@.ci/setup test bench
	.ci/with cargo test --features cli,e2e --test e2e -- --ignored bench --nocapture --test-threads 1

clean: ## remove dist/ and target/; the tools in .cache/ stay
	rm -rf dist target .cache/nachlese.css
