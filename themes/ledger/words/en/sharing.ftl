### What is copied to other places: badges, cards, frames, quotations

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
badge-says-unchecked-since = no check is recorded since { $date }, { $as_of }
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
