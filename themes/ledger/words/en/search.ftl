### The search page

search = Search
    .summary = Every page of this site, by the words on it.
# `count` is the number as it is written; `n` chooses the plural.
search-found =
    { $n ->
        [one] { $count } page for “{ $query }”
       *[other] { $count } pages for “{ $query }”
    }
search-none = There is no page with every word of “{ $query }”. Try fewer words, or the beginning of one.
search-failed = The index could not be loaded. Try again later, or use the lists below.
search-folder = Your browser does not let a page that was opened from a folder read the index. Search works on the published site and in the preview; here, use the lists below.
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
