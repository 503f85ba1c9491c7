### The words of the interface in English. Other languages have the same messages with the same variables.
###
### The form is Fluent's: `name = text with { $variable }`. A number chooses a plural with `{ $n -> [one] … *[other] … }` and is
### written with the marks below. Texts may be laid over in a site's own `themes/NAME/words/en.ftl`, message by message.

language-name = English

## Numbers, dates, lists

number-group = ,
number-decimal = .
percent = { $number } %
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
date = { $day } { $month } { $year }
# On the first of a month.
date-first = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-day-month = { $day } { $month }
date-weekday = { $weekday } { $date }
time = { $hour }:{ $minute }
date-time = { $date }, { $time }
weekday-time = { $day }, { $time }
weekday-noon = { $day }, noon
noon-of = noon of { $date }
on-date = on { $date }
in-date = in { $date }
within-date = within { $date }
list-middle = { $before }, { $next }
list-last = { $before } and { $next }
list-or = { $before } or { $next }
quoted = “{ $text }”
sentence = { $text }.
# A note in brackets behind something.
with-note = { $what } ({ $note })
# Between a number of days and its unit.
unit-gap = { " " }
unit-days =
    { $n ->
        [one] day
       *[other] days
    }
days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
# A number of days that is filled in later, or has decimals.
unit-days-many = { $days } days
at-least = at least { $days }
at-least-first = At least { $days }
at-least-word = at least
day-number = day { $n }
distance-today = today
distance-ahead =
    { $n ->
        [one] in { $n } day
       *[other] in { $n } days
    }
distance-ago = { $days } ago
after = after { $days }
after-start = { $days } after { $start }
period-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
period-hours =
    { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
period-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
period-working-days =
    { $n ->
        [one] { $n } working day
       *[other] { $n } working days
    }
period-weeks =
    { $n ->
        [one] { $n } week
       *[other] { $n } weeks
    }
period-months =
    { $n ->
        [one] { $n } month
       *[other] { $n } months
    }
period-years =
    { $n ->
        [one] { $n } year
       *[other] { $n } years
    }

## Documents and acts, with the form that each part of a sentence needs

document-early-warning = early warning
    .a = an early warning
    .the = the early warning
    .of = of the early warning
    .its = its early warning
    .without = an early warning
    .without-public = a public early warning
    .no = no early warning
    .no-public = no public early warning
    .from = the early warning
    .many = early warnings
document-notification = notification
    .a = a notification
    .the = the notification
    .of = of the notification
    .its = its notification
    .without = a notification
    .without-public = a public notification
    .no = no notification
    .no-public = no public notification
    .from = the notification
    .many = notifications
document-preliminary-report = preliminary report
    .a = a preliminary report
    .the = the preliminary report
    .of = of the preliminary report
    .its = its preliminary report
    .without = a preliminary report
    .without-public = a public preliminary report
    .no = no preliminary report
    .no-public = no public preliminary report
    .from = the preliminary report
    .many = preliminary reports
document-interim-report = interim report
    .a = an interim report
    .the = the interim report
    .of = of the interim report
    .its = its interim report
    .without = an interim report
    .without-public = a public interim report
    .no = no interim report
    .no-public = no public interim report
    .from = the interim report
    .many = interim reports
document-final-report = final report
    .a = a final report
    .the = the final report
    .of = of the final report
    .its = its final report
    .without = a final report
    .without-public = a public final report
    .no = no final report
    .no-public = no public final report
    .from = the final report
    .many = final reports
document-investigation = investigation
document-hearing = hearing
document-order = order
document-penalty = penalty
document-judgment = judgment
document-legislation = legislation
document-funding = funding
document-statement = statement
document-commitment = commitment
another-document = another document
    .of = of another document
    .from = another document
role-operator = Operator
role-authority = Authority
role-investigator = Investigator
role-court = Court
role-legislature = Legislature
role-funder = Funder
role-other = Other
status-pledged = Pledged
status-in-progress = In progress
status-compromised = Compromised
status-stalled = Stalled
status-kept = Kept
status-broken = Broken
status-unrated = Unrated

## What starts a limit

trigger-occurred = the incident
    .of = of the incident
    .from = the incident
trigger-ended = the end of the incident
    .of = of the end of the incident
    .from = the end of the incident
trigger-aware = awareness of it
    .of = of awareness of it
    .from = awareness of it
    .said = awareness of the incident
    .said-from = awareness of the incident
trigger-classified = its classification
    .of = of its classification
    .from = its classification
    .said = the classification of the incident
    .said-from = the classification of the incident
trigger-discovered = its discovery
    .of = of its discovery
    .from = its discovery
    .said = the discovery of the incident
    .said-from = the discovery of the incident
trigger-notified = its notification
    .of = of its notification
    .from = its notification
    .said = the notification of the incident
    .said-from = the notification of the incident
trigger-start = its start
    .of = of its start
    .from = its start
trigger-own = “{ $name }”
    .of = of “{ $name }”
    .from = “{ $name }”
start-date = { $date }
    .from = { $date }

## Standings. An absence is never said to be more than that nobody has found a document.

badge-confidential = Filing confidential
badge-expired = Status unknown
badge-stale = Not checked lately
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
note-expired = not checked since { $date }
note-unchecked = not checked
note-unchecked-age = { $age }, not checked
row-since = counted from { $start }
note-confidential = filings are confidential
not-begun = the count has not begun
start-unknown = the day on which the count begins is not known
proof-unchecked = No check is recorded: nobody has noted on which day they looked for it.
proof-none-found = None found as of { $date }.
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
expired-unknown = Whether { $document } has been published is not known: nobody has checked since { $date }.
expired-unknown-from = Whether { $from } has published { $document } is not known: nobody has checked since { $date }.
closed-on = on { $date }: { $why }
closed-after = on { $date }, after { $days }: { $why }

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

## Time limits

limit = { $name }: { $limit }
limit-moved = { $name }: { $limit }, first { $first }
limit-name-provisional = { $name }, provisional
limit-none = No time limit recorded
limit-hard = Legal limit
limit-soft = Target
limit-promise = Promised date
limit-state = { $limit }; { $state }
limit-provisional = { $limit }, counted from a date by which another document is due
limit-undated = { $limit }; it cannot be dated: { $why }
limit-undated-start = { $limit }; it cannot be dated, because the time { $of_trigger } is not known
undated-no-time = a limit in hours needs a time of day
undated-too-far = the due date lies after the year 9999
undated-too-many-days = more days would be passed over than can be checked
undated-no-working-day = the calendar has no working day
undated-document = the document from which it counts is awaited
due-doubtful = { $date } at the earliest
limit-handed-later = handed over later
limit-handed-that-day = handed over on the day
limit-handed-before = handed over, { $days } before it
limit-handed-before-at-most = handed over, { $days } or less before it
limit-passed = passed { $days } ago
limit-passed-that-day = passed that day
limit-passed-undated = passed
limit-late = the document came { $days } later
limit-late-at-least = the document came { $days } or more later
limit-late-that-day = the document came later that day
limit-maybe-kept = the document may have come in time
limit-kept = kept, { $days } before it
limit-kept-at-most = kept, { $days } or less before it
limit-kept-that-day = kept on the day
within = within { $period }
within-first = within { $periods }, whichever ends first
first-of = { $periods }, whichever ends first
period-from = { $period } from { $from }
no-limit-known = No time limit is known
fixed-same-year = { $date } of the same year
fixed-next-year = { $date } of the following year
fixed-later =
    { $n ->
        [one] { $date } { $n } year later
       *[other] { $date } { $n } years later
    }
repeated = { $period }, and again { $period } after that, until the document is there

## The account of a count

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

## The frame of every page

skip-link = Skip to the content
main-menu = Main
breadcrumb = Breadcrumb
records-as-of = Records as of { $date }
foot-count = Counts are whole days; the day of the incident is day 0.
how-we-count = How we count
data-clocks = Every count as data (JSON)
published-by = Published by { $name }
counted-by = Counted by { $name }
printed-as-of = records as of { $date }
other-languages = In other languages
docket = Docket
# Of the site, in place of its author’s sentence in another language.
site-description = How many days the public has waited for reports on incidents.
articles = Articles
incidents = Incidents
statistics = Statistics
    .summary = How long documents take, among the incidents on this site. Those still awaited are counted too, each up to the day on which somebody last looked.
agenda = Agenda
    .summary = What falls due, and what somebody must look for again.
regimes = Reporting duties
    .summary = Laws and rules by which a report is owed on an incident of this site. This is not legal advice.
not-found = There is no such page
not-found-heading = There is nothing at this address
not-found-text = The page may have moved, or the address may be mistyped.
go-on = Go on
go-on-docket = The longest wait, and every other
go-on-incidents = All incidents
moved = This page has moved
moved-link = Go to its new address
title-page = { $title }, page { $n }
pages = Pages
page-of = Page { $number } of { $count }
previous = Previous
next = Next

## Docket and lists

still-waiting = Still waiting
still-waiting-documents =
    { $n ->
        [one] { $n } document, longest first
       *[other] { $n } documents, longest first
    }
still-waiting-incidents =
    { $n ->
        [one] { $n } incident on this site
       *[other] { $n } incidents on this site
    }
not-known = Not known
not-known-documents =
    { $n ->
        [one] { $n } document of which no number of days is claimed, and why
       *[other] { $n } documents of which no number of days is claimed, and why
    }
no-longer-awaited = No longer awaited
no-longer-awaited-documents =
    { $n ->
        [one] { $n } document, by how long it took
       *[other] { $n } documents, by how long it took
    }
latest-responses = Latest responses
analysis = Analysis
docket-caption = Bars share one scale, in days from the start of each count.
docket-caption-waiting = An arrow means still waiting: counted to { $date }, by the date at the place of the incident.
docket-caption-due = An upright line marks the due date.
docket-caption-plain = Incidents, and what is awaited
column-incident = Incident, and what is awaited
column-days = Days
column-scale = On one scale
column-standing = Standing
group-tag = Tag
group-country = Country
group-sector = Sector
list-of-incidents =
    { $n ->
        [one] { $n } incident, newest first, each with the document that counts most.
       *[other] { $n } incidents, newest first, each with the document that counts most.
    }
list-of-articles =
    { $n ->
        [one] { $n } article, newest first, with the counters alive in the text.
       *[other] { $n } articles, newest first, with the counters alive in the text.
    }
list-of-records =
    { $n ->
        [one] { $n } record on this site.
       *[other] { $n } records on this site.
    }
all-incidents = All incidents
other-records = Other records
records = Records

## Records

by-authors = By { $authors }
updated = updated { $date }
updated-first = Updated { $date }
filed-under = Filed under { $tags }
draft = Draft.
draft-text = This page is not finished and is not part of the published record.
article = Article
text = Text
# Names a table in a text for those who do not see it.
table = Table
about = About
country = Country
own-site = Own site
owed = Awaited from it
owed-note = Documents that somebody waits for, or did
about-it = About it
operated = Operated
operated-note = Incidents in what it runs
published = Published
newest-first = Newest first
happened = Happened
ended = Ended
where = Where
operators =
    { $n ->
        [one] Operator
       *[other] Operators
    }
sector = Sector
other-documents = Other documents on this incident
not-applying = Duties that do not apply
not-applying-note = No clock runs under them
not-applying-why = It does not apply to this incident: { $why }.
what-happened = What happened
timeline = Timeline
timeline-note = Oldest first. A square marks a report; a broken line, what is still to come.
timeline-block = What happened and what is expected: { $incident }
timeline-incident = Incident
timeline-due-confidential = Due; filings are confidential
timeline-expected = Expected
no-date = no date given
day-zero = day 0
figures = Figures
figures-note = With source and day
figures-label = Figures, and who gives them
figures-conflict = Where sources disagree, each figure stands until one is withdrawn; none is averaged.
figure-what = What
figure = Figure
figure-source = Who says so
figure-as-of = As of
figure-no-source = no source given
figure-no-day = no day given
commitments = Commitments
commitments-caption = What was promised, by whom, and what is known of it.
commitment-promised = Promised
commitment-by = By
commitment-made = Made
commitment-due = Due
standing = Standing
not-named = not named
promise-passed = due date passed; still open on { $date }
promise-unchecked = due date reached, not checked
wait-open = { $days } since it was made
wait-settled = { $days } until it was settled
not-rated = Not yet rated
by-somebody = by { $by }
related = Other incidents
related-note = By operator, duty and author of documents
related-operator = same operator: { $name }
related-duty = same duty: { $name }
related-author = documents of: { $name }
answered-after =
    { $public ->
        [yes] published { $days } after the incident
       *[no] delivered { $days } after the incident
    }
answered-on =
    { $public ->
        [yes] published on { $date }
       *[no] delivered on { $date }
    }
answered-in =
    { $public ->
        [yes] published in { $date }
       *[no] delivered in { $date }
    }
set-aside = Set aside
set-aside-by = by { $by }.
sets-aside = Sets aside
sets-aside-what = { $what }.
by = By
handed-over = Handed over
not-public = not public
taken-offline = Taken offline
to-read = To read
at-own-address = { $document } at its own address
archived-copy = archived copy
stopped-by = { $by } published { $what }, { $date }.
stopped = This published { $what }, { $date }.
stopped-days-by = { $days } until { $by } published { $what }, { $date }.
stopped-days = { $days } until this was published: { $what }, { $date }.
stopped-what = what was awaited on “{ $title }”
stopped-proof = The count stopped that day and does not move.
what-it-says = What it says
what-was-done = What was done
findings = Findings
recommendations = Recommendations
recommendations-caption = The standing is the latest that anybody has recorded.
recommendation = Recommendation
recommendation-number = No.
recommendation-to = To
answers = Answers
answers-note = Days are counted from each incident
reply = Right of reply
reply-note = What was asked, when, and what came back
reply-asked = { $of } was asked on { $date }.
reply-asked-by = { $of } was asked on { $date }, by { $channel }.
reply-deadline = An answer was asked for by { $date }.
reply-answered = Answered on { $date }.
reply-none = No answer recorded as of { $date }.
correction-was = Was
correction-now = Now
correction-why = Why
sources = Sources
source-published = published { $date }
source-read = read { $date }
source-archived = archived copy of source { $n }

## Clocks side by side

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

## Duties

regime = Reporting duty
not-legal-advice = This is not legal advice.
where-it-holds = Where it holds
not-said = Not said
in-effect = In effect
official-text = Official text
official-compared = Compared with the official text on { $date }
official-not-compared = Not compared with the official journal
what-is-owed = What is owed
limits-caption = The limits of this duty
column-document = Document
column-within = Within
column-from = From
column-to = To whom
column-counted = How it is counted
no-limits = No limits are given.
what-it-means = What it means here
the-text = The text
no-provision = No provision is cited.
no-provision-but = No provision is cited: { $url }.
not-quoted = Its words are not quoted, and no reason is given.
examples = Worked examples
examples-note = Dates that were made up, reckoned as on any incident; times are UTC
examples-caption = Due dates for some starts
column-start = Start
column-due = Due
provisionally = provisionally
no-examples = There is no limit to work out.
under-it = Incidents under it
under-it-note = Documents awaited under this duty, or that were
under-it-none = No clock on this site runs under this duty.
anyway = Applied all the same
anyway-note = By decision of the editors
anyway-why = The clocks are shown although { $why }.
not-applied-to = Does not apply to
not-applied-because = Because { $why }.
not-applied-before = it was not in force on the day of the incident: it came into force on { $date }
not-applied-after = it was not in force on the day of the incident: it was in force until { $date }
not-applied-proposed = it is proposed and not law
not-applied-repealed = it is no longer in force
regimes-caption = Duties, and how many incidents of this site name them
column-duty = Duty
column-where = Where
column-owed = What is owed, within which time
column-owed-short = Owed
no-limits-short = no limits are given
regime-in-force = In force
regime-proposed = Proposed, and not law
regime-repealed = Repealed
european-union = European Union
effective-from-to = From { $from } to { $to }
effective-from = From { $from }
effective-to = Until { $to }; the first day is not given here
effective-unknown = No dates are given here
force-hard = A legal limit. Where it has passed and the document is not there, the page says “overdue”; whether anybody is to blame, it does not say.
force-soft = A target. Where it has passed, the page says “target passed”; that is no breach of anything.
force-promise = A promise of whoever owes the document. Where it has passed, the page says “promised date passed”.
filings-public = What is filed under this duty becomes public, so that an absence can be looked for.
filings-confidential = What is filed under this duty is confidential: nobody outside can see whether a document was filed. The due date is shown, and never as missed. No days are counted while no document is public, and these clocks lead no list.
monday-to-friday = Monday to Friday
calendar-named = the calendar “{ $title }”
calendar-lists = Calendar: { $title }.
calendar-lists-days-off = The calendar “{ $title }” lists days off work.
calendar-lists-legal-periods = The calendar “{ $title }” lists days that do not count for legal periods.
counted-nothing = Nothing to count
counted-fixed = The day is fixed; the document is due by its end.
counted-repeated = The same day of a later month or year, to its end; weekends and holidays count.
counted-hours-full = On the clock from the next full hour, through nights, weekends and holidays.
counted-hours = On the clock, through nights, weekends and holidays.
counted-working-days = Working days; the day of the start does not count, and the last one counts to its end.
counted-days = Every day of the calendar; the day of the start does not count, and the last one counts to its end.
counted-months = To the end of the same day of a later month, or of that month’s last day; weekends and holidays count.
working-days-of = Working days are those of { $calendar }.
moves-next = A last day that is no working day moves to the next one, by { $calendar }.
moves-next-noon = A last day that is no working day moves to noon of the next one, by { $calendar }.
moves-back = A last day that is no working day moves back to the one before, by { $calendar }.
example-start = { $what }: { $at }
example-then = { $first }; { $then }
example-awaited = { $document } still awaited, due { $date }

## Agenda

agenda-calendar = As a calendar
agenda-calendar-that = { $link } that a calendar program can follow.
agenda-empty = Nothing is listed. This page names limits, targets and promises whose day has passed or comes within a year, waits that soon complete another year, checks that are due again, questions without an answer, and claims without a source.
agenda-no-date = no date
agenda-passed = Date passed
    .note = Limits, targets and promises whose day is over, oldest first
agenda-next = Due next
    .note = What falls due within a year
agenda-check = To check again
    .note = A count stands, and then goes, until somebody looks again
agenda-replies = Replies awaited
    .note = Asked, and not yet answered
agenda-sources = Without a source
    .note = What this site says and does not prove yet
agenda-quiet = Looking ahead
agenda-quiet-due = No limit, target or promise that is counted here falls due up to { $date }.
agenda-quiet-checks = No wait completes another year, and no check is due again, up to { $date }.
label-due = Due
label-promise-due = Promise due
label-promise-unchecked = Due date reached, not checked
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

## Statistics

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

## The order of the docket, search, corrections

docket-newest = Docket by date
    .summary = Every document, the newest incident first.
docket-title = Docket by title
    .summary = Every document, by the title of its incident.
docket-due = Docket by due date
    .summary = Every document, by the date on which it is or was due; those without a time limit last.
search = Search
    .summary = Every page of this site, by the words on it.
corrections = Corrections
    .summary = Every mistake on this site that was put right: what it said, what it says now, and why.
news-feed = News feed

## What feeds announce

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

## Orders of the docket, and its filters

order-by = Sort by
order-longest = longest wait
order-newest = newest
order-title = title
order-due = due date
filter = Filter and sort
filter-only = Filter
filter-words = Words
filter-all = All
filter-sort = Sort
filter-as-listed = as listed
filter-longest = longest first
filter-shortest = shortest first
filter-title = by title
filter-newest = newest first
filter-oldest = oldest first
filter-due = by due date
filter-reset = Show all
# Of the rows of this page; there are two or more.
filter-status = { $n } of { $all } documents.
filter-status-page = { $n } of { $all } documents on this page, which is one of { $pages }.
filter-elsewhere = Search all pages

## The search page

# `count` is the number as it is written; `n` chooses the plural.
search-found =
    { $n ->
        [one] { $count } page for “{ $query }”
       *[other] { $count } pages for “{ $query }”
    }
search-none = There is no page with every word of “{ $query }”. Try fewer words, or the beginning of one.
search-failed = The index could not be loaded. Try again later, or use the lists below.
search-more = Show more
search-in = In
search-all-languages = All languages
search-go = Search
search-no-script = Searching takes JavaScript, which your browser does not run here. These lists lead to every page.
search-lists = Lists
all-articles = All articles
by-country = By country
by-sector = By sector
by-tag = By tag
kind-incident = Incident
kind-response = Response
kind-organisation = Organisation
kind-page = Page

## Corrections

corrections-count =
    { $n ->
        [one] { $n } correction
       *[other] { $n } corrections
    }
corrections-none = No record of this site has been corrected yet.

## What is copied to other places: badges, cards, frames, quotations

share = Share
share-this = Share or embed this count
share-frame = As a frame that goes on counting, and stops when nobody checks any more
share-markdown = As a badge, in Markdown
share-html = As a badge, in HTML
share-quotation = As a quotation with its date, which needs nothing from this site
titled = { $title }: { $what }
badge-says-published = published { $date }
badge-says-published-after = published { $date }, after { $days }
badge-says-published-after-start = published { $date }, { $days } after { $start }
badge-says-closed = closed without report { $date }
badge-says-closed-after = closed without report { $date }, after { $days }
badge-says-closed-after-start = closed without report { $date }, { $days } after { $start }
badge-says-confidential = filing confidential, { $as_of }
badge-says-unchecked-since = nobody has checked since { $date }, { $as_of }
badge-says-uncounted = no days counted, { $as_of }
badge-says-days = { $days }, { $as_of }
badge-says-unchecked = { $what }; { $days }, { $as_of }
badge-says-paused = { $days } paused
# Below the large number of a card.
sum-card-waiting = { $unit } without { $document }
sum-card-waiting-from = { $unit } without { $document } from { $from }
sum-card-unchecked = { $unit } since { $start }; not checked whether { $document } has been published
sum-card-unchecked-from = { $unit } since { $start }; not checked whether { $from } has published { $document }
sum-card-until-by =
    { $many ->
        [one] { $unit } until { $by } published { $its }
       *[other] { $unit } until { $by } published their { $document }
    }
sum-card-until = { $unit } until { $the } was published
sum-card-closed = { $unit } passed before the wait for { $the } was closed without one
sum-card-closed-from = { $unit } passed before the wait for { $the } from { $from } was closed without one

## A page that nobody has built anew

page-late = This page was built for { $date } and has not been renewed since. Counts that run go on by themselves; documents published since then may be missing.

## Branches; others are shown as their authors write them

sector-aviation = Aviation
sector-banking = Banking
sector-chemicals = Chemicals
sector-cloud = Cloud
sector-data-centre = Data centres
sector-defence = Defence
sector-digital-infrastructure = Digital infrastructure
sector-education = Education
sector-emergency-services = Emergency services
sector-energy = Energy
sector-finance = Finance
sector-food = Food
sector-government = Government
sector-health = Health
sector-insurance = Insurance
sector-internet = Internet
sector-justice = Justice
sector-logistics = Logistics
sector-manufacturing = Manufacturing
sector-media = Media
sector-payments = Payments
sector-postal = Postal services
sector-public-administration = Public administration
sector-rail = Rail
sector-research = Research
sector-retail = Retail
sector-shipping = Shipping
sector-software = Software
sector-space = Space
sector-telecom = Telecom
sector-telecoms = Telecoms
sector-telecommunications = Telecommunications
sector-transport = Transport
sector-waste = Waste
sector-water = Water
