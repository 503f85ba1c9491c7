### Records

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
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
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
promises-counted = { $n ->
    [one] 1 promise: { $states }.
   *[other] { $n } promises: { $states }.
    }
count-of-state = { $n } { $state }
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
stopped = { $what } was published { $date }.
stopped-days-by = { $days } until { $by } published { $what }, { $date }.
stopped-days = { $days } until { $what } was published, { $date }.
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
recommendation-due = Answer due
answer-passed = none found as of { $date }
answer-unchecked = nobody has noted looking since
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
