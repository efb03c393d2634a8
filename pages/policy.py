"""Policy: what five documents set as targets, state, and contradict."""

from pathlib import Path

import streamlit as st

from components.policy import choices, clusters, documents, targets

PARTS = {"targets": targets.show, "clusters": clusters.show, "documents": documents.show}

st.html(Path(__file__).parent.parent / "components" / "policy.css")
chosen = choices.current()
choices.chapter(chosen)
PARTS[chosen.chapter](chosen)
