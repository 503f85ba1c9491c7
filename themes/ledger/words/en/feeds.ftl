### What feeds announce

news-feed = News feed
feed-corrections = { $site }: corrections
feed-of = { $site }: { $name }
news-published = { $document }: { $title }
news-delivered = Handed over, not public: { $title }
news-withdrawn = Taken offline: { $title }
news-passed-hard = Legal limit passed: { $document } ({ $title })
news-passed-soft = Target date passed: { $document } ({ $title })
news-passed-promise = Promised date passed: { $document } ({ $title })
news-correction = Correction: { $title }
news-published-on = Published ({ $date }).
news-published-by = Published by { $by } ({ $date }).
news-delivered-on = Handed over ({ $date }).
news-withdrawn-on = It was published, and taken offline ({ $date }).
news-was-due-hard = { $document }: the legal limit was { $date }. None had been found by then.
news-was-due-soft = { $document }: the target date was { $date }. None had been found by then.
news-was-due-promise = { $document }: the promised date was { $date }. None had been found by then.
news-waited = { $count } { $without }
news-reached-title = { $waited } ({ $title })
news-reached = { $waited }, as of { $date }. None had been found by the end of that day.
news-was = It said: “{ $was }”.
news-now = It now says: “{ $now }”.
news-ended = This was awaited: { $document } ({ $title }).
news-ended-after = With it ended a wait of { $days }: { $document } ({ $title }).
