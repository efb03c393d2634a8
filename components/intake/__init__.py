"""Bring your own data: upload, what was understood, corrections, problems, use it or forget it."""

from components.intake.page import show

__all__ = ["show"]
