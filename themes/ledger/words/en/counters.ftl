## Counters: the one sentence

# `days` is a number with its unit; the script keeps it true.
sum-waiting = { $days } without { $document }{ $about }, { $as_of }
sum-waiting-from = { $days } without { $document } from { $from }{ $about }, { $as_of }
sum-sentence = { $sum }.
sum-and-paused = { $sum };
sum-paused = { $days } of them while the time limit stood still.
sum-until-by =
    { $many ->
        [one] { $days } until { $by } published { $its }{ $about }, { $date }.
       *[other] { $days } until { $by } published their { $document }{ $about }, { $date }.
    }
sum-until = { $days } until { $the }{ $about } was published, { $date }.
sum-published-by =
    { $many ->
        [one] { $by } published { $its }{ $about }, { $date }.
       *[other] { $by } published their { $document }{ $about }, { $date }.
    }
sum-published = { $the }{ $about } was published { $date }.
sum-closed = { $days } passed before the wait for { $the }{ $about } was closed without one, on { $date }.
sum-closed-from = { $days } passed before the wait for { $the } from { $from }{ $about } was closed without one, on { $date }.
sum-closed-uncounted = The wait for { $the }{ $about } was closed without one, on { $date }.
sum-closed-uncounted-from = The wait for { $the } from { $from }{ $about } was closed without one, on { $date }.
sum-confidential = { $document }{ $about }. { $why }
sum-confidential-from = { $document } from { $from }{ $about }. { $why }
sum-uncounted = No days are counted towards { $the }{ $about }: { $why }.
sum-uncounted-from = No days are counted towards { $the } from { $from }{ $about }: { $why }.
# Where nobody has ever noted that they looked. `none` is `No final report`, with a capital.
sum-unchecked = { $age }. { $none } is recorded here, and nobody has recorded looking for one.
sum-unchecked-from = { $age }. { $none } from { $from } is recorded here, and nobody has recorded looking for one.
sum-unchecked-away = { $age }. { $none } is recorded by { $site }, and nobody has recorded looking for one.
sum-unchecked-away-from = { $age }. { $none } from { $from } is recorded by { $site }, and nobody has recorded looking for one.
# Which incident it is, behind the document; with the space in front of it.
sum-about = { " " }on “{ $title }”
# A number of days that is not counted from the incident; `days-since` stands alone.
days-after = { $days } after { $start },
days-from = { $days } from { $start }
days-since = { $days } since { $start }
as-of = as of { $date }
age-dated = { $age }, { $as_of }
proof-handed-over = It had been handed over { $date }.
proof-withdrawn = Taken offline { $date }.
proof-reason = The reason given: { $why }
proof-delivered = Handed over { $date }, and not public:
proof-paused = Why it is paused:
proof-looked-at = Looked at: { $places }.
places-on-host = { $host } ({ $n } pages)
proof-never-missed = A limit that nobody outside can observe is never counted as missed.
how-counted = How this was counted
how-counted-more = How this is counted
how-counted-and-looked = How this is counted, and where we looked
rules-of-counting = The rules of counting

## Counters in prose

prose-days-on = { $days } on { $date }
prose-had-not-begun = a count that had not begun
prose-not-begun = a count that has not begun
prose-future = a count on a day that has not come
prose-cannot = a count that cannot be made
prose-unknown-days = an unknown number of days
prose-confidential = filings under this rule are confidential
prose-unknown-times = a number of times that is not known
times = { $ratio }×
ratio-title = { $long } against { $short }, on { $date }
ratio-two-days = { $long } on { $on } against { $short } on { $short_on }
ratio-beside = { " " }({ $title })
ratio-in-full = : { $title }
