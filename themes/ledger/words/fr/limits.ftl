## Ce qui fait courir un délai

trigger-occurred = l’incident
    .of = de l’incident
    .from = de l’incident
trigger-ended = la fin de l’incident
    .of = de la fin de l’incident
    .from = de la fin de l’incident
trigger-aware = la prise de connaissance de l’incident
    .of = de la prise de connaissance de l’incident
    .from = de la prise de connaissance de l’incident
    .said = la prise de connaissance de l’incident
    .said-from = de la prise de connaissance de l’incident
trigger-classified = la classification de l’incident
    .of = de la classification de l’incident
    .from = de la classification de l’incident
    .said = la classification de l’incident
    .said-from = de la classification de l’incident
trigger-discovered = la découverte de l’incident
    .of = de la découverte de l’incident
    .from = de la découverte de l’incident
    .said = la découverte de l’incident
    .said-from = de la découverte de l’incident
trigger-notified = la notification de l’incident
    .of = de la notification de l’incident
    .from = de la notification de l’incident
    .said = la notification de l’incident
    .said-from = de la notification de l’incident
trigger-start = le début de l’incident
    .of = du début de l’incident
    .from = du début de l’incident
trigger-own = l’événement « { $name } »
    .of = de l’événement « { $name } »
    .from = de l’événement « { $name } »
start-date = le { $date }
    .from = du { $date }

## Délais

limit = { $name } : { $limit }
limit-moved = { $name } : { $limit }, d’abord { $first }
limit-name-provisional = { $name } (provisoire)
limit-none = Aucune échéance consignée
limit-hard = Délai légal
limit-soft = Échéance visée
limit-promise = Date promise
limit-state = { $limit } ; { $state }
limit-provisional = { $limit }, compté à partir de la date limite d’un autre document
limit-undated = { $limit } ; impossible à dater : { $why }
limit-undated-start = { $limit } ; impossible à dater, car le moment { $trigger } n’est pas connu
undated-no-time = un délai en heures demande une heure de départ
undated-too-far = l’échéance tombe après l’an 9999
undated-too-many-days = il faudrait sauter plus de jours que l’on ne peut en vérifier
undated-no-working-day = le calendrier n’a aucun jour ouvré
undated-document = le document à partir duquel il est compté est attendu
due-doubtful = { $date } au plus tôt
limit-handed-later = remis plus tard
limit-handed-that-day = remis le jour même
limit-handed-before = remis { $days } avant
limit-handed-before-at-most = remis { $days } avant, ou moins
limit-passed = terme dépassé depuis { $days }
limit-passed-that-day = terme dépassé le jour même
limit-passed-undated = terme dépassé
limit-late = le document est arrivé { $days } plus tard
limit-late-at-least = le document est arrivé { $days } plus tard, ou davantage
limit-late-that-day = le document est arrivé plus tard le même jour
limit-maybe-kept = le document est peut-être arrivé à temps
limit-kept = le document est arrivé { $days } avant
limit-kept-at-most = le document est arrivé { $days } avant au plus
limit-kept-that-day = le document est arrivé le jour même
within = sous { $period }
within-first = sous { $periods }, selon le premier terme atteint
first-of = { $periods }, selon le premier terme atteint
period-from = { $period } à compter { $from }
period-unless = { $period } (sauf si l’on connaît : { $trigger })
no-limit-known = Aucun délai connu
fixed-same-year = { $date } de la même année
fixed-next-year = { $date } de l’année suivante
fixed-later =
    { $n ->
        [one] { $date }, { $n } an plus tard
       *[other] { $date }, { $n } ans plus tard
    }
repeated = { $period }, puis de nouveau après chaque période de { $period }, jusqu’à la parution du document final
