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
distance-ahead = in { $days }
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
