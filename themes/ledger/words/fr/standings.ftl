### États. D’une absence, on dit seulement que personne n’a trouvé de document.

badge-confidential = Dépôt confidentiel
badge-expired = État inconnu
badge-stale = Non vérifié récemment
badge-reach = Éléments antérieurs
badge-waiting = En attente
badge-waiting-unchecked = En attente, non vérifié
badge-published = Publié
badge-published-late = Publié en retard
badge-published-after-target = Publié après l’échéance visée
badge-published-after-promise = Publié après la date promise
badge-delivered = Remis, non public
badge-paused = Suspendu
badge-closed = Clos sans rapport
badge-limit-unknown = Délai inconnu
badge-not-started = Non commencé
badge-overdue = En retard
badge-overdue-unchecked = Délai dépassé, non vérifié
badge-target-passed = Échéance visée dépassée
badge-target-passed-unchecked = Échéance visée dépassée, non vérifié
badge-promise-passed = Date promise dépassée
badge-promise-passed-unchecked = Date promise dépassée, non vérifié
confidential-delivered = Le document a été remis ; les dépôts prévus par cette règle sont confidentiels et n’ont pas à devenir publics.
confidential-waiting = Aucune preuve publique de dépôt ; les dépôts prévus par cette règle sont confidentiels.
note-stale = à la dernière vérification, le { $date }
# Of a check of what reaches no further than to this day.
note-reach = à la dernière vérification, jusqu’au { $date }
note-expired = non vérifié depuis le { $date }
note-unchecked = non vérifié
note-unchecked-age = { $age }, non vérifié
row-since = compté à partir { $start }
note-confidential = les dépôts sont confidentiels
not-begun = le décompte n’a pas commencé
start-unknown = le jour où le décompte commence n’est pas connu
proof-unchecked = Aucune vérification enregistrée : personne n’a noté quel jour le document a été cherché.
proof-none-found = Aucun document trouvé au { $date }.
proof-none-found-public = Aucun document public trouvé au { $date }.
lead-longest = L’attente la plus longue de ce site
lead-checked = L’attente la plus longue de ce site parmi celles vérifiées récemment
lead-oldest = Le décompte commencé le premier ; rien n’a encore été vérifié sur ce site
document-from = { $document } ({ $from })
owed-from = { $document } · { $from }
without = sans { $document }
without-from = sans { $document } ({ $from })
expired-incident =
    { $least ->
        [yes] L’incident remonte à au moins { $days } jours.
       *[no] L’incident remonte à { $days } jours.
    }
expired-count =
    { $least ->
        [yes] Ce décompte a commencé il y a au moins { $days } jours.
       *[no] Ce décompte a commencé il y a { $days } jours.
    }
expired-unknown = On ignore si le document attendu ({ $document }) est paru : aucune vérification n’est enregistrée depuis le { $date }.
expired-unknown-from = On ignore si le document attendu ({ $document }, { $from }) est paru : aucune vérification n’est enregistrée depuis le { $date }.
closed-on = le { $date } : { $why }
closed-after = le { $date }, après { $days } : { $why }
