### Les mots de l’interface en français. Mêmes messages et mêmes variables qu’en anglais (`en/`).
###
### Espaces : fine insécable (U+202F) devant ; ! ? et dans les nombres, insécable (U+00A0) devant : et dans les guillemets.
### Les noms d’organisations sont entre parenthèses ou après deux-points : on ne sait pas s’ils demandent un article.

language-name = Français

## Nombres, dates, listes

number-group = { "\u202F" }
number-decimal = ,
percent = { $number } %
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
date = { $day } { $month } { $year }
date-first = { $day }er { $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
date-day-month = { $day } { $month }
date-weekday = { $weekday } { $date }
time = { $hour } h { $minute }
date-time = { $date } à { $time }
weekday-time = { $day } à { $time }
weekday-noon = { $day } à midi
noon-of = { $date } à midi
on-date = le { $date }
in-date = en { $date }
within-date = en { $date }
list-middle = { $before }, { $next }
list-last = { $before } et { $next }
list-or = { $before } ou { $next }
quoted = « { $text } »
sentence = { $text }.
with-note = { $what } ({ $note })
unit-gap = { " " }
unit-days =
    { $n ->
        [one] jour
       *[other] jours
    }
days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
unit-days-many = { $days } jours
at-least = au moins { $days }
at-least-first = Au moins { $days }
at-least-word = au moins
day-number = jour { $n }
distance-today = aujourd’hui
distance-ahead = dans { $days }
distance-ago = il y a { $days }
after = après { $days }
after-start = { $days } après { $start }
period-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
period-hours =
    { $n ->
        [one] { $n } heure
       *[other] { $n } heures
    }
period-days =
    { $n ->
        [one] { $n } jour
       *[other] { $n } jours
    }
period-working-days =
    { $n ->
        [one] { $n } jour ouvré
       *[other] { $n } jours ouvrés
    }
period-weeks =
    { $n ->
        [one] { $n } semaine
       *[other] { $n } semaines
    }
period-months = { $n ->
        [one] { $n } mois
       *[other] { $n } mois
    }
period-years =
    { $n ->
        [one] { $n } an
       *[other] { $n } ans
    }
