"""Literal anchors: which few bytes of a text's images a pattern's every match must show."""

from __future__ import annotations

from tqcheck.anchors.plan import NO_PLAN, Anchor, Plan
from tqcheck.anchors.plans import keep, plan_of, remember

__all__ = ["NO_PLAN", "Anchor", "Plan", "keep", "plan_of", "remember"]
