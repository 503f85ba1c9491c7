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
limit-undated-start = { $limit }; it cannot be dated, because the time of { $trigger } is not known
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
period-unless = { $period } (not once this is known: { $trigger })
no-limit-known = No time limit is known
fixed-same-year = { $date } of the same year
fixed-next-year = { $date } of the following year
fixed-later =
    { $n ->
        [one] { $date } { $n } year later
       *[other] { $date } { $n } years later
    }
repeated = { $period }, and again { $period } later, and so on, until the final document is there
