"""Stories that come back: a new version of what was judged has no verdict, and says so.

A version is known by its guid, whatever became of the file of the earlier one; by its file, where
that told the earlier one before; or by slug and source, where it calls itself a take and the
earlier one is at most two days older, for agencies use the slugs of routine items again. One that
is older than what was judged is no new version.
"""

from __future__ import annotations

_BY_GUID = """ledger.marks o
    WHERE o.guid = a.guid AND o.key != a.key AND o.verdict IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM articles b
        WHERE b.key = o.key AND (b.moment, b.number) > (a.moment, a.number)
    )"""
_BY_SLUG = """articles b CROSS JOIN ledger.marks o ON o.key = b.key
    WHERE a.take IS NOT NULL AND b.slug = a.slug AND b.source_key IS a.source_key
        AND b.moment BETWEEN a.moment - 2 * 86400 AND a.moment
        AND (b.moment, b.number) < (a.moment, a.number)
        AND o.key != a.key AND o.verdict IS NOT NULL"""
_BY_FILE = """rewritten w CROSS JOIN ledger.marks o ON o.key = w.key
    WHERE w.number = a.number AND o.key != a.key AND o.verdict IS NOT NULL"""
_WAYS = (_BY_GUID, _BY_FILE, _BY_SLUG)
_EARLIER = " UNION ALL ".join(f"SELECT verdict FROM {way}" for way in _WAYS)  # noqa: S608
EARLIER_VERDICT = f"(SELECT min(verdict) FROM ({_EARLIER}))"  # noqa: S608
"""SQL: the verdict on an earlier version of the article `a`; of both verdicts, that it was kept."""

RETURNED = f"""a.key NOT IN (SELECT key FROM ledger.marks WHERE verdict IS NOT NULL)
    AND ({" OR ".join(f"EXISTS (SELECT 1 FROM {way})" for way in _WAYS)})"""  # noqa: S608
"""SQL: whether the article `a` is a version of what was judged, and not judged itself."""
