### The account of a count

account-begins-with = Begins with
account-awaited-start = { $start }, which is awaited
account-unknown-start = { $start }, of which the time is not known
account-no-start = its start, which is not known
account-from = From
account-from-day = { $date }, { $why }: the civil date in { $zone }; day 0
account-last-possible = { $date }, the last day that it can have been; day 0
account-last-possible-written = { $date }, the last day on which it can have been ({ $written }); day 0
account-day-of = the day { $of }
account-day-set = the day from which this clock was set to run
account-day-zero = { $date }; day 0
account-not-counted = Not counted
account-nobody-sees = nobody outside can see whether the document was filed
account-to = To
account-day-earliest = the earliest day on which the document can have appeared
account-day-published = the day of publication
account-day-closed = the day on which the wait was closed
account-day-checked = the day of the last check
account-day-reach = the day to which what was looked at reaches
account-of-these = Of these
account-paused-counted = paused, and counted all the same
account-counted = Counted
account-whole-days = whole calendar days, weekends and holidays included
account-stops-on = Stops on
account-published-by = { $document } published by
account-published-by-anyone = { $document } published by anyone
account-checked = Checked
account-no-check = no check is recorded
account-check-again = { $date }; to be checked again by { $next }
account-check-reach = { $date }, with what reaches to { $reach }; to be checked again by { $next }
account-looked-at = { $checked }. Looked at:
account-place = place { $n }
account-gives = { $what }: { $gives }
account-limit-from = Limit runs from
account-next-hour = From the next full hour
account-period = Period
account-short-month = { $what } (the month has no such day, so that it ends with the month)
account-fixed = Fixed date
account-paused = Paused
account-pause-ignored = Pause without effect
account-ignored = { $what }, { $why }
ignored-hours = because a limit in hours runs on
ignored-before = because it was over when the limit began
ignored-after = because it began after the due date
ignored-no-days = because its days belong to an earlier pause
account-moved = Moved
rolled-not = not moved
rolled-next = to the next working day
rolled-next-noon = to noon of the next working day
rolled-back = back to the working day before
account-extended = Extended
account-from-to = from { $from } to { $to }
account-granted = { $what }; granted on { $date }
account-because = { $what }; { $why }
account-doubtful = Doubtful
doubt-calendar = { $date } lies outside the years { $first } to { $last }, for which holidays are known
doubt-before-start = { $date } lies before the start
doubt-shortens = an extension from { $from } to { $to } gives less time
account-due = Due
account-due-provisional = Due, provisionally
account-passing = { $what }, passing over { $days }
account-passing-many =
    { $n ->
        [one] { $what }, passing over { $n } day that does not count
       *[other] { $what }, passing over { $n } days that do not count
    }
account-passing-among =
    { $n ->
        [one] { $what }, passing over { $n } day that does not count: { $days }
       *[other] { $what }, passing over { $n } days that do not count, among them { $days }
    }
account-day-paused = paused
account-until-before = { $from } until before { $to }
account-since = since { $from }
