### Agenda

agenda-calendar = S’abonner à ce calendrier
agenda-calendar-that = { $link } depuis un logiciel d’agenda.
agenda-empty = Rien à signaler. Cette page énumère les délais, échéances visées et promesses dont le jour est passé ou vient d’ici un an, et les attentes qui comptent bientôt une année de plus.
agenda-passed = Dates dépassées
    .note = Délais, échéances visées et promesses dont le jour est passé, du plus ancien au plus récent
agenda-next = Prochaines échéances
    .note = Ce qui arrive à échéance d’ici un an
agenda-quiet = Dans les mois à venir
agenda-quiet-due = Aucun délai, aucune échéance visée et aucune promesse suivis ici n’arrivent à leur terme d’ici au { $date }.
label-due = Échéance
label-promise-due = Promesse à échéance
label-promise-unchecked = Échéance atteinte, non vérifié
label-answer-due = Réponse attendue
label-answer-passed = Réponse attendue, aucune trouvée
answer-due = Une réponse est due au plus tard le { $date }.
answer-due-from = Une réponse est due au plus tard le { $date } ({ $to }).
answer-not-known = On ignore s’il y en a une : personne n’a noté avoir cherché depuis.
label-anniversary = Anniversaire
label-round-number = Nombre rond
label-recheck = À revérifier
label-unchecked = Jamais vérifié
label-reply = Réponse attendue
label-unsourced = Sans source
label-scheduled = Programmé
label-draft = Brouillon
promised = Promis pour le { $date }.
promised-by = Promis pour le { $date } ({ $by }).
last-state = Dernier état enregistré : { $state } (le { $date }).
outcome-unknown = La suite n’est pas enregistrée.
promise-open = Elle était toujours en suspens le { $date }.
asked = Question posée le { $date }.
asked-until = Question posée le { $date }, réponse demandée d’ici au { $deadline }.
no-answer = Aucune réponse n’est enregistrée.
reply-from = Réponse ({ $of })
no-source = Aucune source n’est citée.
left-out-until = Laissé de côté jusqu’à sa date.
left-out-draft = C’est un brouillon, laissé de côté.
no-number-claimed = Aucun nombre de jours n’est avancé tant que personne n’a vérifié de nouveau.
check-was-due = La vérification suivante devait avoir lieu au plus tard le { $date } ; le décompte se fige jusqu’à ce que quelqu’un vérifie.
check-due = À vérifier de nouveau d’ici au { $date }.
anniversary = Le { $date }, cela fera { $count } { $without }, sauf parution d’ici là.
anniversary-unchecked = Le { $date }, cela fera { $count }. Aucune vérification enregistrée.
unsourced = Aucune source n’est donnée pour { $what }.
unsourced-figures =
    { $n ->
        [one] le chiffre { $figures }
       *[other] les chiffres { $figures }
    }
unsourced-findings =
    { $n ->
        [one] { $n } constat
       *[other] { $n } constats
    }
