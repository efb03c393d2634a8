"""Policy: what five documents set as targets, state, and contradict."""

from screens.policy import clusters_section, documents_section, parameters, targets_section

PARTS = {
    "targets": targets_section.show,
    "clusters": clusters_section.show,
    "documents": documents_section.show,
}

chosen = parameters.current()
parameters.chapter(chosen)
PARTS[chosen.chapter](chosen)
