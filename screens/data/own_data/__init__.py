"""Bring your own data: upload, what was understood, corrections, problems, use it or forget it."""

from screens.data.own_data.own_section import show_own_section

__all__ = ["show_own_section"]
