"""Policy: what five documents set as targets, offer, require, state, and contradict."""

from components.page_title import show_page_title
from screens.policy import (
    bodies_section,
    changes_section,
    clusters_section,
    documents_section,
    measures_section,
    offered_section,
    parameters,
    required_section,
    targets_section,
)

PARTS = {
    "targets": targets_section.show_targets,
    "clusters": clusters_section.show_clusters,
    "offered": offered_section.show_offered,
    "required": required_section.show_required,
    "measures": measures_section.show_measures,
    "bodies": bodies_section.show_bodies,
    "changes": changes_section.show_changes,
    "documents": documents_section.show_documents,
}

chosen = parameters.Choices.current()
show_page_title(chosen.say("What do the documents aim at, offer and require?"))
parameters.show_parts(chosen)
PARTS[chosen.part](chosen)
