### Le détail du calcul

account-begins-with = Commence avec
account-awaited-start = { $start } (attente en cours)
account-unknown-start = { $start } : moment inconnu
account-no-start = le point de départ, qui n’est pas connu
account-from = Du
account-from-day = { $date }, { $why } : date civile, fuseau { $zone } ; jour 0
account-last-possible = { $date }, dernier jour possible ; jour 0
account-last-possible-written = { $date }, dernier jour possible ({ $written }) ; jour 0
account-day-of = jour { $of }
account-day-set = jour fixé pour le départ de ce décompte
account-day-zero = { $date } ; jour 0
account-not-counted = Non compté
account-nobody-sees = personne ne peut voir de l’extérieur si le document a été déposé
account-to = Au
account-day-earliest = premier jour où le document a pu paraître
account-day-published = jour de la publication
account-day-closed = jour où l’attente a été close
account-day-checked = jour de la dernière vérification
account-day-reach = jour jusqu’auquel vont les éléments consultés
account-of-these = Dont
account-paused-counted = en suspension, comptés malgré tout
account-counted = Total
account-whole-days = jours civils entiers, week-ends et jours fériés compris
account-stops-on = S’arrête avec
account-published-by = { $document }, à publier par :
account-published-by-anyone = { $document }, quel qu’en soit l’auteur
account-checked = Vérifié
account-no-check = aucune vérification enregistrée
account-check-again = le { $date } ; à vérifier de nouveau d’ici au { $next }
account-check-reach = le { $date }, d’après des éléments qui vont jusqu’au { $reach } ; à vérifier de nouveau d’ici au { $next }
account-looked-at = { $checked }. Consulté :
account-place = adresse { $n }
account-gives = { $what } : { $gives }
account-limit-from = Le délai court du
account-next-hour = Dès l’heure pleine suivante
account-period = Durée
account-short-month = { $what } (le mois n’a pas ce jour : le délai s’achève avec le mois)
account-fixed = Date fixe
account-paused = Suspendu
account-pause-ignored = Suspension sans effet
account-ignored = { $what }, { $why }
ignored-hours = car un délai en heures continue de courir
ignored-before = car elle était finie quand le délai a commencé
ignored-after = car elle a commencé après l’échéance
ignored-no-days = car ses jours relèvent d’une suspension antérieure
account-moved = Reporté
rolled-not = non reporté
rolled-next = au jour ouvré suivant
rolled-next-noon = au jour ouvré suivant à midi
rolled-back = ramené au jour ouvré précédent
account-extended = Prolongé
account-from-to = du { $from } au { $to }
account-granted = { $what } ; accordé le { $date }
account-because = { $what } ; { $why }
account-doubtful = Incertain
doubt-calendar = le { $date } sort des années { $first } à { $last }, dont les jours fériés sont connus
doubt-before-start = le { $date } précède le départ
doubt-shortens = une prolongation du { $from } au { $to } raccourcit le délai
account-due = Échéance
account-due-provisional = Échéance provisoire
account-passing = { $what }, sans compter { $days }
account-passing-many =
    { $n ->
        [one] { $what }, sans compter { $n } jour exclu
       *[other] { $what }, sans compter { $n } jours exclus
    }
account-passing-among =
    { $n ->
        [one] { $what }, sans compter { $n } jour exclu : { $days }
       *[other] { $what }, sans compter { $n } jours exclus, dont { $days }
    }
account-day-paused = suspendu
account-until-before = du { $from } jusqu’à la veille du { $to }
account-since = depuis le { $from }
