### Statistics

statistics-none-yet = None followed on this site yet.
statistics-followed = { $n } followed on this site: { $list }.
followed-published = { $n } published
followed-awaited = { $n } still awaited when somebody last looked
followed-unchecked = { $n } with neither a document nor a check recorded
followed-closed = { $n } closed without a document
statistics-followed-all = { $n } followed on this site: all published.
statistics-left-out = Left out: { $list }.
unsure-unchecked = { $n } never checked
unsure-imprecise = { $n } with a date known only to the month or the year
left-out-confidential = { $n } with confidential filings
left-out-unknown = { $n } whose count has no known start
statistics-no-clock = No clock runs on this site yet.
curve-as-table = The curve as a table
curve-table-note = { $documents } on this site.
curve-as-data = As data, in exact fractions (JSON)
curve-table-label = { $documents }, day by day
curve-caption-some =
    { $n ->
        [one] Each of the days on which documents were published, counted from the start of its wait.
       *[other] One in { $n } of the days on which documents were published, counted from the start of its wait.
    }
curve-caption-all = Each day on which a document was published, counted from the start of its wait.
column-followed = Followed
column-published = Published
column-still-waiting = Still waiting
column-interval = 95 % interval
column-awaited = Awaited
column-half = Half within
curve-note = The share still without { $document }. The band is its 95 % interval. A short upright mark stands on the day on which a document still awaited was last looked for.
curve-note-fast = The dashed line is the share if everything that is not known had been quick.
curve-note-median = The dotted line stands on the day by which half were public.
curve-title = Share still without { $document }, by days
curve-days = Days since the start of each count
curve-at-risk = Documents then still followed and not yet public
share-at-day = { $percent } at day { $n }
statistics-groups-note = { $documents } on this site. Its editors chose what to follow: this is no measure of a country or a branch.
how-to-read = How to read this
how-to-read-1 = Each wait for a document counts once, in whole days from the start of its count. A published document counts with its days. One that is still awaited counts up to the day on which somebody last looked for it, and no further: what happened since, nobody has seen. That holds for a document that was handed over without being published, and for a time limit that stands still, because the wait for publication goes on.
how-to-read-2 = The share still waiting is the Kaplan–Meier estimate, in exact fractions; its 95 % interval is found by log(−log) with Greenwood’s variance. The median is the first day after which half or fewer wait. With fewer than { $enough } documents followed there is no median and no comparison.
how-to-read-3 = Nothing is left out because of how it ended. A wait closed without a document never ends. What is not known is read both ways: as quick as it can have been, where a document that nobody has looked for counts as published at once, and as slow as it can have been. Where both give the same number, it is given; where not, the range is. Left out, and counted, are waits whose filings are confidential and those without a known start.
median-few = { $n } followed: fewer than { $enough } have no median.
median = Half of the { $documents } on this site were public within { $days }.
median-not-reached = Fewer than half of the { $documents } on this site are public so far: no median is reached.
median-range = Half of the { $documents } on this site were public within { $range }. What is not known could move that: { $unsure }.
median-unsure = Whether half of the { $documents } on this site are public is not known: { $unsure }.
median-interval = 95 % interval of this median: { $interval }.
median-naive = Of those already published alone, the middle one took { $days }. That number leaves out the { $awaited } still awaited.
median-naive-flatters = Of those already published alone, the middle one took { $days }. That number leaves out the { $awaited } still awaited, and so it makes { $documents } look faster than they are.
median-naive-all = None of them is still awaited, so the published ones are all there is to count.
median-naive-none = None was found to be published.
median-naive-unknown = None is recorded as published.
interval-days =
    { $high ->
        [one] { $low } to { $high } day
       *[other] { $low } to { $high } days
    }
not-reached = not reached
median-not-known = not known
public-within = Public within { $days }
of-all = { $part } of { $all }
nobody-so-long = nobody was followed so long
ranking-country = By country, the shortest median first. Where intervals overlap, the order may be chance.
ranking-sector = By sector, the shortest median first. Where intervals overlap, the order may be chance.
ranking-regime = By regime, the shortest median first. Where intervals overlap, the order may be chance.
ranking-organisation = By organisation, the shortest median first. Where intervals overlap, the order may be chance.
ranking-by-name = By name: what is not known could change the order.
ranking-few = Left out: { $n } with fewer than { $enough } documents followed.
sort-country = Country
sort-sector = Sector
sort-regime = Regime
sort-organisation = Organisation
ungrouped = { $none } has { $enough } of these documents followed on this site, the fewest for a comparison.
ungrouped-country = no country
ungrouped-sector = no sector
ungrouped-regime = no regime
ungrouped-organisation = no organisation
