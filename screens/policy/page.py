"""Policy: what five documents set as targets, state, and contradict."""

from screens.policy import clusters_section, documents_section, parameters, targets_section

PARTS = {
    "targets": targets_section.show_targets,
    "clusters": clusters_section.show_clusters,
    "documents": documents_section.show_documents,
}

chosen = parameters.Choices.current()
parameters.show_parts(chosen)
PARTS[chosen.part](chosen)
