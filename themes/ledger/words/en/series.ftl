## Documents that are owed again and again

# Of a document that is owed again and again: the next after one that has appeared.
another = another { $document }
    .a = a later { $document }
    .no = no later { $document }
# Of a document that is owed again and again: the one that appeared last.
series-start = { $the } of { $date }
    .from = { $the } of { $date }
badge-ended = No longer owed
note-ended = no longer owed
# A document that was owed again and again, and is no longer. `document` has a capital.
sum-ended = { $document }{ $about }: no longer owed, since { $the } was published { $date }.
sum-ended-from = { $document } from { $from }{ $about }: no longer owed, since { $the } was published { $date }.
series-and-missed = { $sum } { $missed }
series-missed = None was found for { $dates }.
series-unrecorded = None is recorded for { $dates }, and nobody has recorded looking.
series-more = { $dates } and { $n } more
undated-too-often = the law has let it fall due more often than can be counted here
limit-ended = No further date: the final document is there
series-limit = { $limit }; due again { $period } later, and so on
series-limit-later =
    { $n ->
        [one] { $limit }; { $n } later date has passed as well
       *[other] { $limit }; { $n } later dates have passed as well
    }
account-day-ended = the day of the final document, since which none is owed any more
account-series = Due
account-series-reckoned = again { $period } later, and so on, always reckoned from { $start }
account-series-earlier =
    { $n ->
        [one] { $n } earlier date
       *[other] { $n } earlier dates
    }
account-series-due = { $due }: { $outcome }
series-kept = settled, { $date }
series-late = settled { $days } late, { $date }
series-none-found = none found
series-none-recorded = none recorded, and nobody has recorded looking
series-ahead = not passed
news-no-longer-owed = No longer owed since then: { $document } ({ $title }).
series-settled = It is the one due on { $due }: { $document } ({ $title }).
series-settled-late = It is the one due on { $due }, { $days } late: { $document } ({ $title }).
badge-says-ended = no longer owed since the final document, published { $date }
