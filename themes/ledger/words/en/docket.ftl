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
docket-caption-waiting = An arrow means still waiting: counted to { $date }, by the date at the place of the incident, or to the day that its row names.
docket-caption-due = An upright line marks the due date.
docket-caption-plain = Incidents, and what is awaited
column-incident = Incident, and what is awaited
column-days = Days
column-scale = On one scale
column-standing = Standing
group-tag = Tag
group-country = Country
group-sector = Sector
group-author = Author
tags = Tags
countries = Countries
sectors = Sectors
authors = Authors
records-counted =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
documents-awaited =
    { $n ->
        [one] { $n } document awaited
       *[other] { $n } documents awaited
    }
list-of-responses =
    { $n ->
        [one] { $n } response, whatever it is: a report, an order, a judgment.
       *[other] { $n } responses, newest first: reports, orders, judgments and other answers.
    }
list-of-organisations =
    { $n ->
        [one] { $n } organisation, with the documents that are awaited from it.
       *[other] { $n } organisations, each with the number of documents that are awaited from it.
    }
list-of-groups =
    { $n ->
        [one] { $n } on this site, with its records.
       *[other] { $n } on this site, each with the number of its records.
    }
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
docket-newest = Docket by date
    .summary = Every document, the newest incident first.
docket-title = Docket by title
    .summary = Every document, by the title of its incident.
docket-due = Docket by due date
    .summary = Every document, by the date on which it is or was due; those without a time limit last.

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
