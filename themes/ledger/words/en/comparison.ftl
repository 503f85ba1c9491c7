### Clocks side by side

side-by-side = Side by side
compare-label = { $one } beside { $other }
compare-caption-incident = Each counted from the day of its incident.
compare-caption-own = Each counted from the start of its own wait.
compare-limit = Time limit
not-claimed = not claimed
what-differs = What differs
differs-in-neither = Neither who reports, nor the document, nor the time limit.
who-reports = Who reports: { $who }
anyone = anyone
ratio = Ratio
compare-bars = Day 0 aligned; one scale. An arrow is still running.
