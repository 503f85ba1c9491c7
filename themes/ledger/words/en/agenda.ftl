### Agenda

agenda-calendar = As a calendar
agenda-calendar-that = { $link } that a calendar program can follow.
agenda-empty = Nothing is listed. This page names limits, targets and promises whose day has passed or comes within a year, and waits that soon complete another year.
agenda-passed = Date passed
    .note = Limits, targets and promises whose day is over, oldest first
agenda-next = Due next
    .note = What falls due within a year
agenda-quiet = Looking ahead
agenda-quiet-due = No limit, target or promise that is counted here falls due up to { $date }.
label-due = Due
label-promise-due = Promise due
label-promise-unchecked = Due date reached, not checked
label-answer-due = Answer due
label-answer-passed = Answer due, none found
answer-due = An answer is due by { $date }.
answer-due-from = An answer from { $to } is due by { $date }.
answer-not-known = Whether there is one is not known: nobody has noted looking since.
label-anniversary = Anniversary
label-round-number = Round number
label-recheck = Check again
label-unchecked = Never checked
label-reply = Reply awaited
label-unsourced = Without a source
label-scheduled = Scheduled
label-draft = Draft
promised = Promised for { $date }.
promised-by = Promised by { $by } for { $date }.
last-state = Last recorded state: { $state }, on { $date }.
outcome-unknown = What became of it is not recorded.
promise-open = It was still open on { $date }.
asked = Asked on { $date }.
asked-until = Asked on { $date }, for an answer by { $deadline }.
no-answer = No answer is recorded.
reply-from = Reply from { $of }
no-source = It names no source.
left-out-until = It is left out until its day.
left-out-draft = It is a draft, and left out.
no-number-claimed = No number of days is claimed until somebody looks again.
check-was-due = The next check was due by { $date }; the count stands until somebody looks.
check-due = To be checked again by { $date }.
anniversary = On { $date } it will be { $count } { $without }, unless it appears before.
anniversary-unchecked = On { $date } it will be { $count }. No check is recorded.
unsourced = No source is given for { $what }.
unsourced-figures =
    { $n ->
        [one] the figure { $figures }
       *[other] the figures { $figures }
    }
unsourced-findings =
    { $n ->
        [one] { $n } finding
       *[other] { $n } findings
    }
