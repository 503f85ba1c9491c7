## Documents dus à intervalles réguliers

# Of a document that is owed again and again: the next after one that has appeared.
another = autre { $document }
    .a = autre { $document }
    .no = aucun document ultérieur de ce type ({ $document })
# Of a document that is owed again and again: the one that appeared last.
series-start = { $the } ({ $date })
    .from = { $the } ({ $date })
badge-ended = N’est plus exigible
note-ended = n’est plus exigible
# A document that was owed again and again, and is no longer. `document` has a capital.
sum-ended = { $document }{ $about } : n’est plus exigible, { $the } ayant paru { $date }.
sum-ended-from = { $document } ({ $from }){ $about } : n’est plus exigible, { $the } ayant paru { $date }.
series-and-missed = { $sum } { $missed }
series-missed = Rien n’a été trouvé pour ces échéances : { $dates }.
series-unrecorded = Rien ne figure ici pour ces échéances, et personne n’a noté de recherche : { $dates }.
series-more = { $dates } et { $n } autres
undated-too-often = il y a plus d’échéances qu’il n’est possible d’en compter ici
limit-ended = Plus d’échéance : le document final a paru
series-limit = { $limit } ; périodicité : { $period }
series-limit-later =
    { $n ->
        [one] { $limit } ; { $n } échéance ultérieure est également dépassée
       *[other] { $limit } ; { $n } échéances ultérieures sont également dépassées
    }
account-day-ended = jour du document final, depuis lequel plus rien n’est exigible
account-series = Échéances
account-series-reckoned = tous les termes d’une période de { $period }, toujours comptée à partir du { $start }
account-series-earlier =
    { $n ->
        [one] { $n } échéance antérieure
       *[other] { $n } échéances antérieures
    }
account-series-due = { $due } : { $outcome }
series-kept = document paru, { $date }
series-late = document paru { $days } plus tard, { $date }
series-none-found = rien n’a été trouvé
series-none-recorded = rien ne figure ici, et personne n’a noté de recherche
series-ahead = pas encore atteinte
news-no-longer-owed = { $document } sur « { $title } » : n’est plus exigible depuis.
series-settled = { $document } sur « { $title } » : pour l’échéance du { $due }.
series-settled-late = { $document } sur « { $title } » : pour l’échéance du { $due }, avec { $days } de retard.
badge-says-ended = n’est plus exigible, document final publié { $date }
