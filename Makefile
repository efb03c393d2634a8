# Thin on purpose: the work is done in scripts/, which speaks Chinese or English as your shell does.

# A shell or Conda may export HOST with another meaning, so only `make run HOST=...` counts.
HOST = 127.0.0.1
PORT ?= 8501
export HOST PORT

PYTHON := $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
            $(shell command -v $(name) 2>/dev/null)))

COMMANDS := help run test check build bench screenshots clean
.DEFAULT_GOAL := help
.PHONY: $(COMMANDS)

$(COMMANDS):
	@test -n "$(PYTHON)" || { echo "Python 3.11+ ? https://www.python.org/downloads/" >&2; exit 1; }
	@"$(PYTHON)" -B -m scripts $@
