"""The data page: take it away, ask it live, judge it, bring your own, cite it."""
