### Ce que les fils annoncent

news-feed = Fil d’actualité
feed-corrections = { $site } : corrections
feed-of = { $site } : { $name }
news-published = { $document } : { $title }
news-delivered = Remis, non rendu public : { $title }
news-withdrawn = Retiré du web : { $title }
news-passed-hard = { $document } sur « { $title } » : délai légal dépassé
news-passed-soft = { $document } sur « { $title } » : échéance visée dépassée
news-passed-promise = { $document } sur « { $title } » : date promise dépassée
news-correction = Correction : { $title }
news-published-on = Publié ({ $date }).
news-published-by = Publié par { $by } ({ $date }).
news-delivered-on = Remis ({ $date }).
news-withdrawn-on = Le document avait été publié ; il a été retiré du web ({ $date }).
news-was-due-hard = { $document } : le délai légal courait jusqu’au { $date }. Rien n’avait été trouvé à ce terme.
news-was-due-soft = { $document } : l’échéance visée était le { $date }. Rien n’avait été trouvé à ce terme.
news-was-due-promise = { $document } : la date promise était le { $date }. Rien n’avait été trouvé à ce terme.
news-waited = { $count } { $without }
news-reached-title = { $waited } sur « { $title } »
news-reached = { $waited } : tel était le décompte au { $date }. Rien n’avait été trouvé à la fin de cette journée.
news-was = Il était écrit : « { $was } ».
news-now = Il est désormais écrit : « { $now } ».
news-ended = { $document } sur « { $title } » : l’attente a pris fin.
news-ended-after = { $document } sur « { $title } » : l’attente a pris fin après { $days }.
