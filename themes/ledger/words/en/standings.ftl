### Standings. An absence is never said to be more than that nobody has found a document.

badge-confidential = Filing confidential
badge-expired = Status unknown
badge-stale = Not checked lately
badge-reach = Older evidence
badge-waiting = Waiting
badge-waiting-unchecked = Waiting, not checked
badge-published = Published
badge-published-late = Published late
badge-published-after-target = Published after target
badge-published-after-promise = Published after promised date
badge-delivered = Delivered, not public
badge-paused = Paused
badge-closed = Closed without report
badge-limit-unknown = Limit unknown
badge-not-started = Not started
badge-overdue = Overdue
badge-overdue-unchecked = Limit passed, not checked
badge-target-passed = Target passed
badge-target-passed-unchecked = Target passed, not checked
badge-promise-passed = Promised date passed
badge-promise-passed-unchecked = Promised date passed, not checked
confidential-delivered = It was handed over; filings under this rule are confidential, and need not become public.
confidential-waiting = No public evidence of filing; filings under this rule are confidential.
note-stale = when last checked, on { $date }
# Of a check of what reaches no further than to this day.
note-reach = when last checked, up to { $date }
note-expired = not checked since { $date }
note-unchecked = not checked
note-unchecked-age = { $age }, not checked
row-since = counted from { $start }
note-confidential = filings are confidential
not-begun = the count has not begun
start-unknown = the day on which the count begins is not known
proof-unchecked = No check is recorded: nobody has noted on which day they looked for it.
proof-none-found = None found as of { $date }.
# The same where one was handed over that is not public.
proof-none-found-public = No public one found as of { $date }.
lead-longest = The longest wait on this site
lead-checked = The longest wait on this site that somebody has checked lately
lead-oldest = The count that began first; nothing on this site has been checked yet
document-from = { $document } from { $from }
owed-from = { $document }, from { $from }
without = without { $document }
without-from = without { $document } from { $from }
expired-incident =
    { $least ->
        [yes] The incident was at least { $days } days ago.
       *[no] The incident was { $days } days ago.
    }
expired-count =
    { $least ->
        [yes] This count began at least { $days } days ago.
       *[no] This count began { $days } days ago.
    }
expired-unknown = Whether { $document } has been published is not known: no check is recorded since { $date }.
expired-unknown-from = Whether { $from } has published { $document } is not known: no check is recorded since { $date }.
closed-on = on { $date }: { $why }
closed-after = on { $date }, after { $days }: { $why }
