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
responses = Responses
organisations = Organisations
statistics = Statistics
    .summary = How long documents take, among the incidents on this site. Those still awaited are counted too, each up to the day on which somebody last looked.
agenda = Agenda
    .summary = What falls due, and what has passed.
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

## A page that nobody has built anew

page-late = This page was built for { $date } and has not been renewed since. Counts that run go on by themselves; documents published since then may be missing.
